import { buttonClasses } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import type { SkillFilter } from '../skill-filter.ts'

/** What is looked for among the skills. A plain form: what it says comes to stand in the address. */
export function SkillFilters({ filter }: { filter: SkillFilter }) {
  return (
    <search>
      <form method="get" action="/admin/skills" className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-full tablet:max-w-[22rem] tablet:basis-0">
          <label htmlFor="q" className="block text-small font-semibold">
            Name, or what adverts call it
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={filter.search}
            autoComplete="off"
            spellCheck={false}
            className="mt-1.5 block min-h-11 w-full rounded-medium border-[1.5px] border-line-strong bg-raised px-3 py-2 text-small"
          />
        </div>
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
        {filter.sort !== 'name' && <input type="hidden" name="sort" value={filter.sort} />}
        <button type="submit" className={buttonClasses('secondary')}>
          Show
        </button>
      </form>
    </search>
  )
}
