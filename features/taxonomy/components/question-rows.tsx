'use client'

import { quoted } from '#lib/quotation.ts'
import { emptyQuestion, type QuestionFields, type Row } from '../skill-draft.ts'
import { EditorField, EditorSelect } from './editor-field.tsx'
import { FoldedRow } from './folded-row.tsx'
import { levelOptions } from './level-options.ts'
import { RowList } from './row-list.tsx'

interface QuestionRowsProps {
  rows: readonly Row<QuestionFields>[]
  errors: Readonly<Record<string, string>>
  /** By the id of a question: the public guide in which it stands. */
  guides: Readonly<Record<string, string>>
  onChange(rows: Row<QuestionFields>[]): void
  onReorder(): void
}

/** The interview questions of a skill. */
export function QuestionRows({ rows, errors, guides, onChange, onReorder }: QuestionRowsProps) {
  return (
    <RowList
      rows={rows}
      onChange={onChange}
      onReorder={onReorder}
      nameOf={(row, index) => (row.question.trim() === '' ? `Question ${index + 1}` : quoted(row.question.trim()))}
      make={(key) => ({ ...emptyQuestion, key })}
      addLabel="Add a question"
      most={60}
      keepReason={({ id }) =>
        guides[id] === undefined
          ? null
          : `Stands in the guide ${quoted(guides[id] ?? '')}: it can be removed once it is out of there.`
      }
    >
      {(row, index) => {
        const at = `questions.${index}`
        const field = (name: keyof QuestionFields) => ({
          name: `${at}.${name}`,
          value: row[name],
          onChange: (value: string) =>
            onChange(rows.map((each) => (each.key === row.key ? { ...each, [name]: value } : each))),
          error: errors[`${at}.${name}`],
        })
        return (
          <FoldedRow
            title={row.question.trim() || `Question ${index + 1}`}
            detail=""
            open={row.id === '' || Object.keys(errors).some((name) => name.startsWith(`${at}.`))}
          >
            <input type="hidden" name={`${at}.id`} value={row.id} />
            <EditorField label="Question" rows={2} {...field('question')} />
            <div className="grid gap-4 tablet:grid-cols-2">
              <EditorSelect
                label="Kind of question"
                {...field('kind')}
                options={[
                  { value: 'technical', label: 'Technical' },
                  { value: 'behavioural', label: 'Behavioural' },
                ]}
              />
              <EditorSelect label="Level that it tests" {...field('level')} options={levelOptions} />
            </div>
            <EditorField label="Why it is asked" rows={2} {...field('why')} />
            <EditorField label="A strong answer" rows={3} {...field('strong')} />
            <EditorField label="A weak answer" rows={2} {...field('weak')} />
          </FoldedRow>
        )
      }}
    </RowList>
  )
}
