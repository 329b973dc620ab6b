'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { LinkShownOnce } from '#components/ui/link-shown-once.tsx'
import { Moment } from '#components/ui/moment.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { idle, valuesOf } from '#lib/form-state.ts'
import { endPreview, sharePreview } from '../preview-actions.ts'

interface SharePreviewProps {
  guideId: string
  links: { id: string; createdAt: string; expiresAt: string }[]
}

/** Shows the working copy to somebody without an account: makes links, and ends them. */
export function SharePreview({ guideId, links }: SharePreviewProps) {
  const [state, action] = useActionState(sharePreview, idle)
  const { address } = valuesOf(state)
  return (
    <section aria-labelledby="share-title" className="max-w-[40rem]">
      <h2 id="share-title" className="font-sans text-base font-semibold tracking-normal">
        Show it to somebody
      </h2>
      <p className="mt-1 text-ink-soft">
        Whoever has the link sees the working copy as it is at that moment, for seven days, without an account.
      </p>
      <form action={action} className="mt-4 grid gap-4">
        <input type="hidden" name="guide" value={guideId} />
        <FormMessage state={state} />
        {state.status === 'done' && address && (
          <LinkShownOnce key={address} label="The new link. It is shown only now." link={address} />
        )}
        <div>
          <SubmitButton variant="secondary" pendingText="Making a link …">
            {address ? 'Make another link' : 'Make a link'}
          </SubmitButton>
        </div>
      </form>
      <OpenLinks links={links} />
    </section>
  )
}

/** One form around the list, so that its message outlives the row it is about. */
function OpenLinks({ links }: Pick<SharePreviewProps, 'links'>) {
  const [state, action] = useActionState(endPreview, idle)
  return (
    <form action={action} className="mt-6">
      <FormMessage state={state} />
      {links.length === 0 ? (
        <p className="mt-2 text-ink-soft">
          No link is open. One that you make appears here, and can be ended before its time.
        </p>
      ) : (
        <ul className="mt-2 border-t border-line">
          {links.map(({ id, createdAt, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-1">
              <span id={`link-${id}`}>
                Made <Moment at={createdAt} withTime />, open until <Moment at={expiresAt} withTime />
              </span>
              <SubmitButton variant="plain" name="link" value={id} pendingText="Ending …">
                End this link
              </SubmitButton>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
