import { quoted } from '#lib/quotation.ts'
import type { Notice } from '../notice-queries.ts'
import { GotItForm } from './got-it-form.tsx'

/** What editors changed of the things that a person did. Nothing, if nothing did. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  const [newest] = notices
  if (!newest) return null
  return (
    <section aria-labelledby="notices" className="mt-10 border-l-2 border-mark pl-5">
      <h2 id="notices" className="font-sans text-base font-semibold tracking-normal">
        Guides you used have changed
      </h2>
      <ul className="mt-1 list-disc space-y-1 pl-5 text-small text-ink-soft">
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeText notice={notice} />
          </li>
        ))}
      </ul>
      <GotItForm until={newest.createdAt.toISOString()} />
    </section>
  )
}

function NoticeText({ notice: { kind, heading, title, slug, replacement } }: { notice: Notice }) {
  const part = heading === '' ? 'A part' : quoted(heading)
  const guide = slug === null ? title : <TextLink href={`/guides/${slug}`}>{title}</TextLink>
  const link = slug !== null && replacement && (
    <TextLink href={`/guides/${slug}#${replacement.anchor}`}>{replacement.heading || 'another part'}</TextLink>
  )
  const stays = 'What you did stays in your profile.'
  if (kind === 'renamed') {
    return (
      <>
        {part} of {guide} has a new name. {stays}
      </>
    )
  }
  if (kind === 'replaced') {
    return (
      <>
        {part} of {guide} was replaced{link && <> by {link}</>}. {stays}
      </>
    )
  }
  return (
    <>
      {part} was taken out of {guide}. {stays}
    </>
  )
}

function TextLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a href={href} className="text-accent underline underline-offset-4">
      {children}
    </a>
  )
}
