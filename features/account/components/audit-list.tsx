import type { Route } from 'next'
import { Moment } from '#components/ui/moment.tsx'
import { auditHref, theSite } from '../audit-filter.ts'
import type { AuditRecord } from '../audit-queries.ts'
import { actorWords, detailWords, eventWords, subjectPath, subjectWords } from '../audit-words.ts'

interface AuditListProps {
  records: AuditRecord[]
  names: ReadonlyMap<string, string>
  /** The things that are there still, as "kind id": only to them leads a link. */
  there: ReadonlySet<string>
}

const link = 'underline decoration-line-strong underline-offset-4 hover:decoration-accent'

/** Entries of the log, each a sentence, with the small print on demand. */
export function AuditList({ records, names, there }: AuditListProps) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {records.map((record) => (
        <li
          key={record.id}
          className="grid gap-x-6 gap-y-0.5 py-2.5 tablet:grid-cols-[13.5rem_minmax(0,1fr)_minmax(0,1fr)]"
        >
          <p className="tabular text-ink-soft">
            <Moment at={record.at.toISOString()} withTime />
          </p>
          <p className="min-w-0 wrap-anywhere">
            <a href={auditHref({ who: record.actorId ?? theSite }) as Route} className={`font-semibold ${link}`}>
              {actorWords(record.actorId, names)}
            </a>{' '}
            {eventWords(record.event)}
            <Thing record={record} names={names} there={there} />
          </p>
          <SmallPrint record={record} />
        </li>
      ))}
    </ol>
  )
}

function Thing({ record, names, there }: { record: AuditRecord } & Omit<AuditListProps, 'records'>) {
  const { subject, subjectId } = record
  const text = subjectWords(record, names)
  // "Ada joined by an invitation" says all of it.
  if (!text || (subject === 'user' && subjectId === record.actorId)) return null
  const path = there.has(`${subject} ${subjectId}`) ? subjectPath(subject, subjectId) : null
  return (
    <>
      :{' '}
      {path ? (
        <a href={path as Route} className={link}>
          {text}
        </a>
      ) : (
        text
      )}
    </>
  )
}

function SmallPrint({ record }: { record: AuditRecord }) {
  const { id, event, subject, subjectId, detail } = record
  const facts: [string, React.ReactNode][] = [
    ...detailWords(detail),
    ['event', event],
    [
      `${subject} id`,
      <a key="id" href={auditHref({ id: subjectId }) as Route} className={link}>
        {subjectId}
      </a>,
    ],
    ['entry', id],
  ]
  return (
    <details className="min-w-0">
      <summary className="min-h-6 w-fit text-tiny text-ink-soft">
        Details<span className="sr-only"> of entry {id}</span>
      </summary>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 text-tiny">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
