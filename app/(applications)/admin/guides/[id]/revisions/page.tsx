import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { buttonClasses } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { Comparison } from '#features/draft/components/comparison.tsx'
import { RestoreForm } from '#features/draft/components/restore-form.tsx'
import { RevisionRow } from '#features/draft/components/revision-row.tsx'
import { draftForEditor } from '#features/draft/draft-queries.ts'
import {
  contentOfVersion,
  listRevisions,
  type RevisionEntry,
  revisionsOnPage,
} from '#features/draft/revision-queries.ts'
import { firstParam } from '#lib/params.ts'
import { quoted } from '#lib/quotation.ts'
import { AdminFrame } from '../../../admin-frame.tsx'

export const metadata: Metadata = { title: 'Versions' }

type Version = number | 'now'

/** A version as an address names it; null for none. */
function versionParam(value: string | string[] | undefined): Version | null {
  const given = firstParam(value)
  if (given === 'now') return 'now'
  const number = Number(given)
  return Number.isInteger(number) && number > 0 ? number : null
}

const nameOf = (version: Version) => (version === 'now' ? 'the text as it is now' : `version ${version}`)

export default async function RevisionsPage({ params, searchParams }: PageProps<'/admin/guides/[id]/revisions'>) {
  const [{ id }, query] = [await params, await searchParams]
  const path = `/admin/guides/${id}/revisions`
  const user = await requireStaff('guide.edit', path)
  const found = await draftForEditor(id, user.id)
  if (!found) notFound()
  const { standing } = found
  const [from, to] = [versionParam(query.from), versionParam(query.to)]
  const page = Math.max(1, Number(firstParam(query.page)) || 1)
  const { revisions, total } = await listRevisions(id, Math.min(Math.floor(page), 10_000))
  return (
    <AdminFrame
      user={user}
      section="guides"
      path={path}
      title={`Versions of ${quoted(standing.title || 'Without a title')}`}
      kicker={
        <a href={`/admin/guides/${id}` as Route} className="text-accent underline underline-offset-4">
          Back to the guide
        </a>
      }
    >
      {total === 0 ? (
        <p className="max-w-[60ch] text-base">
          No version is kept yet. One is with each publish, whenever you keep one, and before somebody else writes over
          what you wrote.
        </p>
      ) : (
        <Compare revisions={revisions} from={from} to={to} />
      )}
      {from !== null && to !== null && <Compared id={id} from={from} to={to} />}
      <RestoreForm guideId={id} version={standing.version}>
        <ul>
          {revisions.map((revision) => (
            <RevisionRow
              key={revision.number}
              path={path}
              revision={revision}
              isPublic={revision.number === standing.publishedRevision}
              canRestore={standing.possible.includes('restore')}
            />
          ))}
        </ul>
      </RestoreForm>
      <nav aria-label="Pages" className="mt-4 flex gap-6 empty:hidden">
        {page > 1 && (
          <a href={`${path}?page=${page - 1}` as Route} className={buttonClasses('plain')}>
            Newer
          </a>
        )}
        {page * revisionsOnPage < total && (
          <a href={`${path}?page=${page + 1}` as Route} className={buttonClasses('plain')}>
            Older
          </a>
        )}
      </nav>
    </AdminFrame>
  )
}

interface CompareProps {
  revisions: readonly RevisionEntry[]
  from: Version | null
  to: Version | null
}

/** Which two to compare: a form of the browser's own, so that a comparison has an address. */
function Compare({ revisions, from, to }: CompareProps) {
  const options = [
    { value: 'now', label: 'As it is now' },
    ...revisions.map(({ number, note }) => ({
      value: String(number),
      label: note ? `Version ${number}: ${note.slice(0, 40)}` : `Version ${number}`,
    })),
  ]
  const newest = revisions[0]?.number ?? 1
  return (
    <form action="#difference" className="mb-8 flex flex-wrap items-end gap-3">
      <div className="w-full tablet:w-60">
        <Select label="Compare" name="from" options={options} defaultValue={String(from ?? newest)} />
      </div>
      <div className="w-full tablet:w-60">
        <Select label="With" name="to" options={options} defaultValue={String(to ?? 'now')} />
      </div>
      <button type="submit" className={buttonClasses('secondary')}>
        Show the difference
      </button>
    </form>
  )
}

async function Compared({ id, from, to }: { id: string; from: Version; to: Version }) {
  const [before, after] = await Promise.all(
    [from, to].map((version) => contentOfVersion(id, version === 'now' ? null : version)),
  )
  if (!before || !after) return <p className="mb-8 text-base">One of these versions is not there.</p>
  return <Comparison names={{ from: nameOf(from), to: nameOf(to) }} before={before} after={after} />
}
