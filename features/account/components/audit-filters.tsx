import type { Route } from 'next'
import { buttonClasses } from '#components/ui/button.tsx'
import { auditEvents } from '../audit-events.ts'
import { type AuditFilter, type AuditGroup, auditGroups, eventsOf, theSite } from '../audit-filter.ts'

interface AuditFiltersProps {
  filter: AuditFilter
  staff: { id: string; name: string; email: string }[]
}

const control = 'mt-1.5 block min-h-11 w-full rounded-medium border-[1.5px] border-line-strong bg-raised px-2.5 py-2'

/** What is looked for in the log. A plain form: what it says comes to stand in the address. */
export function AuditFilters({ filter, staff }: AuditFiltersProps) {
  const { what, who, id, name, from, to } = filter
  const groups = Object.keys(auditGroups) as AuditGroup[]
  const unlisted = who !== null && who !== theSite && !staff.some((person) => person.id === who)
  return (
    <search>
      <form
        method="get"
        action="/admin/log"
        className="grid grid-cols-2 items-end gap-x-4 gap-y-3 tablet:grid-cols-3 desktop:grid-cols-[1.3fr_1.3fr_1fr_1fr_1.3fr_auto]"
      >
        <Labelled label="What" name="what">
          <select id="what" name="what" defaultValue={what ?? ''} className={control}>
            <option value="">Everything</option>
            {groups.map((group) => (
              <optgroup key={group} label={auditGroups[group]}>
                <option value={group}>{auditGroups[group]}: all of it</option>
                {eventsOf(group).map((event) => (
                  <option key={event} value={event}>
                    {auditEvents[event]}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </Labelled>
        <Labelled label="Who" name="who">
          <select id="who" name="who" defaultValue={who ?? ''} className={control}>
            <option value="">Anybody</option>
            <option value={theSite}>The site itself</option>
            {unlisted && <option value={who}>The account chosen</option>}
            {staff.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name} ({person.email})
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label="From" name="from">
          <input type="date" id="from" name="from" defaultValue={from ?? ''} className={control} />
        </Labelled>
        <Labelled label="To" name="to">
          <input type="date" id="to" name="to" defaultValue={to ?? ''} className={control} />
        </Labelled>
        <Labelled label="Name, or part of it" name="name">
          <input
            type="search"
            id="name"
            name="name"
            maxLength={100}
            defaultValue={name ?? ''}
            autoComplete="off"
            className={control}
          />
        </Labelled>
        {id && <input type="hidden" name="id" value={id} />}
        <div className="flex flex-wrap gap-x-4">
          <button type="submit" className={buttonClasses('secondary')}>
            Show
          </button>
          {(what || who || id || name || from || to) && (
            <a href={'/admin/log' as Route} className={buttonClasses('plain')}>
              Clear
            </a>
          )}
        </div>
      </form>
    </search>
  )
}

function Labelled({ label, name, children }: { label: string; name: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      {children}
    </div>
  )
}
