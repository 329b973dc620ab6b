import type { Metadata, Route } from 'next'
import { auditHref, auditQuery, readAuditFilter } from '#features/account/audit-filter.ts'
import { auditPage, namesOf, staffNames, stillThere } from '#features/account/audit-queries.ts'
import { AuditFilters } from '#features/account/components/audit-filters.tsx'
import { AuditList } from '#features/account/components/audit-list.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { AdminFrame } from '../admin-frame.tsx'

export const metadata: Metadata = { title: 'Log' }

const link = 'inline-flex min-h-11 items-center text-accent underline underline-offset-4'

export default async function LogPage({ searchParams }: PageProps<'/admin/log'>) {
  const filter = readAuditFilter(await searchParams)
  const path = auditHref(filter)
  const user = await requireStaff('audit.read', path)
  const { records, next } = await auditPage(filter)
  const people = records.flatMap(({ actorId, subject, subjectId }) => [
    ...(actorId ? [actorId] : []),
    ...(subject === 'user' ? [subjectId] : []),
  ])
  const [names, there, staff] = await Promise.all([namesOf(people), stillThere(records), staffNames()])
  return (
    <AdminFrame user={user} section="log" path={path} title="Log">
      <p className="mb-5 max-w-[44rem] text-ink-soft">
        Who did what, and when. Nothing here can be changed or deleted. Days begin and end in UTC.
      </p>
      <AuditFilters key={path} filter={filter} staff={staff} />
      <div className="mt-7">
        {records.length > 0 ? (
          <AuditList records={records} names={names} there={there} />
        ) : (
          <p>
            {filter.what || filter.who || filter.id || filter.name || filter.from || filter.to || filter.before
              ? 'No entry is like this. Ask for less at once, or clear what you asked for.'
              : 'Nothing has been done yet. Whatever admins and editors do will stand here, the newest first.'}
          </p>
        )}
      </div>
      {(filter.before || next) && (
        <nav aria-label="Pages of the log" className="mt-2 flex flex-wrap gap-x-6">
          {filter.before && (
            <a href={auditHref({ ...filter, before: null }) as Route} className={link}>
              The newest
            </a>
          )}
          {next && (
            <a href={auditHref({ ...filter, before: next }) as Route} className={link}>
              Older
            </a>
          )}
        </nav>
      )}
      <section aria-labelledby="export-title" className="mt-12">
        <h2 id="export-title" className="text-h3">
          Take it away
        </h2>
        <p className="mt-2 max-w-[44rem]">
          All entries that are as asked for above, as a file. It names accounts by their ids, and the log says that you
          took it.
        </p>
        <p className="flex flex-wrap gap-x-6">
          <Download query={auditQuery({ ...filter, before: null })} format="csv">
            CSV, for a spreadsheet
          </Download>
          <Download query={auditQuery({ ...filter, before: null })} format="jsonl">
            JSON lines
          </Download>
        </p>
      </section>
    </AdminFrame>
  )
}

function Download({ query, format, children }: { query: string; format: string; children: React.ReactNode }) {
  const href = `/admin/log/export?${query ? `${query}&` : ''}format=${format}`
  return (
    <a href={href as Route} download className={link}>
      {children}
    </a>
  )
}
