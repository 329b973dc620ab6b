import { FilterForm } from '#components/ui/filter-form.tsx'
import { Select } from '#components/ui/select.tsx'
import type { PeopleFilter } from '../people-filter.ts'

/** What is looked for among the accounts. */
export function PeopleFilters({ filter }: { filter: PeopleFilter }) {
  return (
    <FilterForm
      action="/admin/people"
      label="Name or email address"
      search={filter.search}
      keep={{ sort: filter.sort === 'name' ? null : filter.sort }}
    >
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
    </FilterForm>
  )
}
