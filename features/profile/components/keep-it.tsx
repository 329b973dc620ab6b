import { ButtonLink } from '#components/ui/button.tsx'

/** How a guest keeps what they did: an account, or the code. */
export function KeepIt({ code }: { code: string | null }) {
  return (
    <section aria-labelledby="keep-it" className="mt-10 border-l-2 border-accent pl-5">
      <h2 id="keep-it" className="font-sans text-base font-semibold tracking-normal">
        Keep what you did
      </h2>
      <p className="mt-1 text-small text-ink-soft">
        It is kept in this browser. To find it from anywhere, make an account: everything comes along.
      </p>
      {code && (
        <p className="mt-2 text-small text-ink-soft">
          Or write down your recovery code:{' '}
          <strong className="font-mono text-base whitespace-nowrap text-ink">{code}</strong>. It opens your profile on{' '}
          <a href="/recover" className="text-accent underline underline-offset-4">
            another device
          </a>
          .
        </p>
      )}
      <div className="no-print mt-4">
        <ButtonLink href="/sign-up" variant="secondary">
          Make an account
        </ButtonLink>
      </div>
    </section>
  )
}
