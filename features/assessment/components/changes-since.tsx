import { listed } from '#lib/format.ts'
import type { ResultView } from '../result-queries.ts'

type Changes = Pick<ResultView, 'roleChanges' | 'guideChanges'>

/** What became of the role and its guides since an assessment was taken. Nothing, if nothing did. */
export function ChangesSince({ roleChanges, guideChanges }: Changes) {
  if (roleChanges.length + guideChanges.length === 0) return null
  return (
    <section aria-labelledby="changes-since" className="mt-10 border-l-2 border-mark pl-5">
      <h2 id="changes-since" className="font-sans text-base font-semibold tracking-normal">
        What has changed since
      </h2>
      <ul className="mt-1 list-disc space-y-1 pl-5 text-small text-ink-soft">
        {roleChanges.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {guideChanges.map((guide) => (
          <li key={guide.slug}>
            The guide{' '}
            <a href={`/guides/${guide.slug}`} className="text-accent underline underline-offset-4">
              {guide.title}
            </a>{' '}
            {guide.isNew ? 'is new.' : changeOf(guide)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function changeOf({ added, dropped }: { added: string[]; dropped: string[] }): string {
  const parts = [
    added.length > 0 && `now speaks of ${listed(added)}`,
    dropped.length > 0 && `no longer speaks of ${listed(dropped)}`,
  ].filter((part) => part !== false)
  return `${listed(parts)}.`
}
