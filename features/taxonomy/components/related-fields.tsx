'use client'

import { useCallback } from 'react'
import { Combobox } from '#components/ui/combobox.tsx'
import { findSkills } from '../find-skills.ts'
import type { SkillLink } from '../taxonomy-types.ts'
import { RowList } from './row-list.tsx'
import { useScripted } from './use-scripted.ts'

interface RelatedFieldsProps {
  /** Slugs. */
  chosen: readonly string[]
  others: readonly Pick<SkillLink, 'slug' | 'name'>[]
  errors: Readonly<Record<string, string>>
  onChange(chosen: string[]): void
  onReorder(): void
}

/** The skills beside a skill. */
export function RelatedFields({ chosen, others, errors, onChange, onReorder }: RelatedFieldsProps) {
  const scripted = useScripted()
  const nameOf = (slug: string) => others.find((each) => each.slug === slug)?.name ?? slug
  const search = useCallback(
    async (query: string) => findSkills(others, query, chosen).map(({ slug, name }) => ({ value: slug, label: name })),
    [others, chosen],
  )
  return (
    <>
      <RowList
        rows={chosen.map((slug) => ({ key: slug }))}
        onChange={(rows) => onChange(rows.map(({ key }) => key))}
        onReorder={onReorder}
        nameOf={({ key }) => nameOf(key)}
        make={null}
        most={12}
      >
        {({ key }, index) => (
          <>
            <input type="hidden" id={`related.${index}`} name={`related.${index}`} value={key} />
            <p className="py-1.5">{nameOf(key)}</p>
            {errors[`related.${index}`] && <p className="font-semibold text-error">{errors[`related.${index}`]}</p>}
          </>
        )}
      </RowList>
      {scripted && chosen.length < 12 && (
        <div className="mt-3 max-w-[26rem]">
          <Combobox label="Add a skill" search={search} onChoose={({ value }) => onChange([...chosen, value])} />
        </div>
      )}
    </>
  )
}
