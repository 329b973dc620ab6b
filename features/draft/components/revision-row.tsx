import type { Route } from 'next'
import { buttonClasses } from '#components/ui/button.tsx'
import { ConfirmButton } from '#components/ui/confirm-button.tsx'
import { Moment } from '#components/ui/moment.tsx'
import type { RevisionEntry } from '../revision-queries.ts'

const kinds = { published: 'Published', saved: 'Kept', autosaved: 'Kept by itself' } as const

interface RevisionRowProps {
  path: string
  revision: RevisionEntry
  isPublic: boolean
  canRestore: boolean
}

/** One version of a guide: who, when, what for, how much changed, and what can be done with it. */
export function RevisionRow({ path, revision, isPublic, canRestore }: RevisionRowProps) {
  const { number, kind, at, by, note, changed } = revision
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-3 tablet:grid-cols-[minmax(0,1fr)_auto] tablet:items-center">
      <div className="min-w-0">
        <p className="text-base">
          <span className="font-semibold">Version {number}</span>, {kinds[kind].toLowerCase()}{' '}
          {isPublic && <span className="text-accent">· readers see this one</span>}
        </p>
        {note && <p className="wrap-anywhere">{note}</p>}
        <p className="text-ink-soft">
          <Moment at={at} withTime /> · {by} · <Changed {...changed} />
        </p>
      </div>
      <div className="flex flex-wrap gap-x-4">
        {number > 1 && (
          <a href={`${path}?from=${number - 1}&to=${number}#difference` as Route} className={buttonClasses('plain')}>
            What changed<span className="sr-only"> in version {number}</span>
          </a>
        )}
        <a href={`${path}?from=${number}&to=now#difference` as Route} className={buttonClasses('plain')}>
          Against now<span className="sr-only">: version {number}</span>
        </a>
        {canRestore && (
          <ConfirmButton
            variant="plain"
            name="number"
            value={String(number)}
            question={`What you have now is kept as a version first, then the text and the fields of version ${number} take its place. The address stays, and readers see nothing of it until you publish.`}
            confirm={`Restore version ${number}`}
            pendingText="Restoring …"
          >
            Restore<span className="sr-only"> version {number}</span>
          </ConfirmButton>
        )}
      </div>
    </li>
  )
}

function Changed({ added, removed }: { added: number; removed: number }) {
  if (added + removed === 0) return 'the same text'
  const parts = [
    added > 0 && `${added.toLocaleString('en-GB')} more`,
    removed > 0 && `${removed.toLocaleString('en-GB')} fewer`,
  ].filter(Boolean)
  return `${parts.join(', ')} ${added + removed === 1 ? 'word' : 'words'}`
}
