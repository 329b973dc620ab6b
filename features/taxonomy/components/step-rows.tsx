'use client'

import { levelNames } from '#lib/levels.ts'
import { quoted } from '#lib/quotation.ts'
import { emptyStep, type Row, type StepFields } from '../skill-draft.ts'
import { EditorField, EditorSelect } from './editor-field.tsx'
import { FoldedRow } from './folded-row.tsx'
import { levelOptions } from './level-options.ts'
import { RowList } from './row-list.tsx'

interface StepRowsProps {
  rows: readonly Row<StepFields>[]
  errors: Readonly<Record<string, string>>
  onChange(rows: Row<StepFields>[]): void
  onReorder(): void
}

/** The practice steps of a skill. */
export function StepRows({ rows, errors, onChange, onReorder }: StepRowsProps) {
  return (
    <RowList
      rows={rows}
      onChange={onChange}
      onReorder={onReorder}
      nameOf={(row, index) => (row.title.trim() === '' ? `Step ${index + 1}` : quoted(row.title.trim()))}
      make={(key) => ({ ...emptyStep, key })}
      addLabel="Add a step"
      most={40}
    >
      {(row, index) => {
        const at = `steps.${index}`
        const field = (name: keyof StepFields) => ({
          name: `${at}.${name}`,
          value: row[name],
          onChange: (value: string) =>
            onChange(rows.map((each) => (each.key === row.key ? { ...each, [name]: value } : each))),
          error: errors[`${at}.${name}`],
        })
        const level = levelOptions.find(({ value }) => value === row.reaches)?.label ?? levelNames[1]
        return (
          <FoldedRow
            title={row.title.trim() || `Step ${index + 1}`}
            detail={`to reach ${level}`}
            open={row.id === '' || Object.keys(errors).some((name) => name.startsWith(`${at}.`))}
          >
            <input type="hidden" name={`${at}.id`} value={row.id} />
            <EditorField label="Title" {...field('title')} />
            <div className="grid gap-4 tablet:grid-cols-2">
              <EditorSelect label="Level that it leads to" {...field('reaches')} options={levelOptions} />
              <EditorField label="Hours that it takes" inputMode="numeric" {...field('hours')} />
            </div>
            <EditorField label="What to do" rows={3} {...field('body')} />
            <EditorField
              label="Done means"
              hint="Goes on after “Done means:”, so begin small and leave out the full stop."
              rows={2}
              {...field('done')}
            />
          </FoldedRow>
        )
      }}
    </RowList>
  )
}
