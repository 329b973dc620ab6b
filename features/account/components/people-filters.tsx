import { buttonClasses } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import type { PeopleFilter } from '../people-filter.ts'

/** What is looked for among the accounts. A plain form: what it says comes to stand in the address. */
export function PeopleFilters({ filter }: { filter: PeopleFilter }) {
  return (
    <search>
      <form method="get" action="/admin/people" className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-full tablet:max-w-[22rem] tablet:basis-0">
          <label htmlFor="q" className="block text-small font-semibold">
            Name or email address
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={filter.search}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="mt-1.5 block min-h-11 w-full rounded-medium border-[1.5px] border-line-strong bg-raised px-3 py-2 text-small"
          />
        </div>
        <div className="w-40">
          <Select
            label="Role"
            name="role"
            defaultValue={filter.role ?? ''}
            options={[
              { value: '', label: 'Every role' },
              { value: 'admin', label: 'Admins' },
              { value: 'editor', label: 'Editors' },
              { value: 'member', label: 'Members' },
            ]}
          />
        </div>
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            name="suspended"
            value="yes"
            defaultChecked={filter.suspended}
            className="size-5 accent-accent"
          />
          Suspended only
        </label>
        {filter.sort !== 'name' && <input type="hidden" name="sort" value={filter.sort} />}
        <button type="submit" className={buttonClasses('secondary')}>
          Show
        </button>
      </form>
    </search>
  )
}
