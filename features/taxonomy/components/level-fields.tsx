'use client'

import { Rung } from '#components/rung.tsx'
import { type LevelKey, levelNames, rankOf } from '#lib/levels.ts'
import { emptyStatement, type Row } from '../skill-draft.ts'
import { EditorField } from './editor-field.tsx'
import { RowList } from './row-list.tsx'

interface LevelFieldsProps {
  level: LevelKey
  rows: readonly Row<{ text: string }>[]
  errors: Readonly<Record<string, string>>
  onChange(rows: Row<{ text: string }>[]): void
  onReorder(): void
}

/** The statements of one level. */
export function LevelFields({ level, rows, errors, onChange, onReorder }: LevelFieldsProps) {
  const name = `levels.${level}`
  const title = levelNames[rankOf(level)]
  return (
    <fieldset id={name} className="mb-6 min-w-0">
      <legend className="mb-1.5 flex items-center gap-2.5 text-small font-semibold">
        <Rung level={rankOf(level)} decorative />
        {title}
      </legend>
      {errors[name] && <p className="mb-1.5 text-small font-semibold text-error">{errors[name]}</p>}
      <RowList
        rows={rows}
        onChange={onChange}
        onReorder={onReorder}
        nameOf={(_, index) => `${title}, statement ${index + 1}`}
        make={(key) => ({ ...emptyStatement, key })}
        addLabel={`Add a statement to ${title}`}
        most={8}
      >
        {(row, index) => (
          <EditorField
            label={`${title}, statement ${index + 1}`}
            hideLabel
            name={`${name}.${index}`}
            rows={1}
            value={row.text}
            onChange={(text) => onChange(rows.map((each) => (each.key === row.key ? { ...each, text } : each)))}
            error={errors[`${name}.${index}`]}
          />
        )}
      </RowList>
    </fieldset>
  )
}
