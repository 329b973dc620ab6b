import { FilterForm } from '#components/ui/filter-form.tsx'
import { Select } from '#components/ui/select.tsx'
import type { SkillFilter } from '../skill-filter.ts'

/** What is looked for among the skills. */
export function SkillFilters({ filter }: { filter: SkillFilter }) {
  return (
    <FilterForm
      action="/admin/skills"
      label="Name, or what adverts call it"
      search={filter.search}
      keep={{ sort: filter.sort === 'name' ? null : filter.sort }}
    >
      <div className="min-w-0 flex-1 tablet:max-w-40">
        <Select
          label="Kind"
          name="kind"
          defaultValue={filter.kind ?? ''}
          options={[
            { value: '', label: 'Both kinds' },
            { value: 'technical', label: 'Technical' },
            { value: 'soft', label: 'Soft' },
          ]}
        />
      </div>
      <div className="min-w-0 flex-1 tablet:max-w-44">
        <Select
          label="State"
          name="state"
          defaultValue={filter.state ?? ''}
          options={[
            { value: '', label: 'Any' },
            { value: 'unfinished', label: 'Unfinished' },
            { value: 'unused', label: 'Used nowhere' },
          ]}
        />
      </div>
    </FilterForm>
  )
}
