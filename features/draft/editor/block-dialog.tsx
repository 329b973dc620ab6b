'use client'

import { useCallback, useEffect, useId, useState } from 'react'
import { levelKeys, levelNames } from '#lib/levels.ts'
import { type BlockKind, type BlockValues, blockNames } from './blocks.ts'
import { DialogLine, EditorDialog } from './dialog.tsx'
import type { Choice, Lookups } from './lookups.ts'
import type { NameBook } from './name-book.ts'
import { SkillPicker } from './skill-picker.tsx'

interface BlockDialogProps {
  kind: BlockKind
  /** Of a block that is there already. */
  isNew: boolean
  initial: BlockValues
  lookups: Lookups
  names: NameBook
  onSave(values: BlockValues): void
  onClose(): void
}

type Errors = Partial<Record<keyof BlockValues, string>>

function errorsOf(kind: BlockKind, { heading, ref, skills, hours, done }: BlockValues): Errors {
  const errors: Errors = {}
  const needsHeading = kind === 'skill' || kind === 'step'
  if (needsHeading && !heading.trim()) errors.heading = 'Enter the heading.'
  if (kind === 'skill' && !ref) errors.ref = 'Choose the skill.'
  if (kind === 'question' && !ref.includes('/')) errors.ref = 'Choose the skill, then one of its questions.'
  if (kind !== 'skill' && kind !== 'question' && skills.length === 0) errors.skills = 'Choose at least one skill.'
  if (kind !== 'step') return errors
  if (!/^\d{1,3}$/.test(hours.trim()) || Number(hours) < 1 || Number(hours) > 400) {
    errors.hours = 'Use a whole number from 1 to 400.'
  }
  if (!done.trim()) errors.done = 'Say how the reader knows that it is done.'
  return errors
}

/** The small form of a block. Nobody has to know how a block is written. */
export function BlockDialog({ kind, isNew, initial, lookups, names, onSave, onClose }: BlockDialogProps) {
  const id = useId()
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors>({})
  const set = (changes: Partial<BlockValues>) => setValues((now) => ({ ...now, ...changes }))
  const title = blockNames[kind]

  function save() {
    const found = errorsOf(kind, values)
    setErrors(found)
    if (Object.keys(found).length === 0) onSave(values)
  }

  return (
    <EditorDialog
      title={isNew ? `New: ${title}` : title}
      save={isNew ? 'Put it in' : 'Save the block'}
      onSave={save}
      onClose={onClose}
    >
      {kind === 'skill' && (
        <SkillPicker
          label="Skill"
          lookups={lookups}
          names={names}
          value={values.ref ? [values.ref] : []}
          onChange={([ref = '']) => set({ ref, ...(!values.heading.trim() && { heading: names.name('skill', ref) }) })}
          error={errors.ref}
          autoFocus
        />
      )}
      {kind === 'question' && (
        <QuestionPicker
          {...{ lookups, names }}
          value={values.ref}
          onChange={(ref) => set({ ref })}
          error={errors.ref}
        />
      )}
      {kind !== 'question' && (
        <DialogLine
          label={kind === 'cv-lines' || kind === 'summary' ? 'Heading (if it needs one)' : 'Heading'}
          value={values.heading}
          onChange={(heading) => set({ heading })}
          error={errors.heading}
          autoFocus={kind !== 'skill'}
        />
      )}
      {kind !== 'skill' && kind !== 'question' && (
        <SkillPicker
          label="Skills that it is about"
          lookups={lookups}
          names={names}
          value={values.skills}
          onChange={(skills) => set({ skills })}
          many
          error={errors.skills}
        />
      )}
      {kind === 'step' && (
        <>
          <DialogLine
            label="Hours"
            value={values.hours}
            onChange={(hours) => set({ hours })}
            error={errors.hours}
            inputMode="numeric"
          />
          <DialogLine
            label="Done means"
            hint="Ends the sentence “It is done when …”."
            value={values.done}
            onChange={(done) => set({ done })}
            error={errors.done}
          />
          <div>
            <label htmlFor={`${id}-reaches`} className="block text-small font-semibold">
              Level that it leads to
            </label>
            <select
              id={`${id}-reaches`}
              value={values.reaches}
              onChange={({ target }) => set({ reaches: target.value })}
              className="mt-1.5 block min-h-11 w-full rounded-medium border-[1.5px] border-line-strong bg-raised px-3 py-2 text-small"
            >
              <option value="">None in particular</option>
              {levelKeys.map((key, index) => (
                <option key={key} value={key}>
                  {levelNames[index + 1]}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
    </EditorDialog>
  )
}

interface QuestionPickerProps {
  lookups: Lookups
  names: NameBook
  value: string
  onChange(value: string): void
  error: string | undefined
}

function QuestionPicker({ lookups, names, value, onChange, error }: QuestionPickerProps) {
  const id = useId()
  const [skill = ''] = value.split('/')
  const [questions, setQuestions] = useState<Choice[] | string | null>(null)
  const load = useCallback(async () => {
    if (!skill) return
    setQuestions(null)
    setQuestions(await lookups.questions(skill).catch((fault) => String(fault.message ?? fault)))
  }, [skill, lookups])
  useEffect(() => void load(), [load])
  return (
    <>
      <SkillPicker
        label="Skill"
        lookups={lookups}
        names={names}
        value={skill ? [skill] : []}
        onChange={([slug = '']) => onChange(slug)}
        error={skill ? undefined : error}
        autoFocus
      />
      {skill && (
        <fieldset aria-describedby={error ? `${id}-error` : undefined}>
          <legend className="text-small font-semibold">Question</legend>
          {error && (
            <p id={`${id}-error`} className="mt-1 text-small font-semibold text-error">
              {error}
            </p>
          )}
          <div className="mt-1 max-h-56 overflow-y-auto">
            {typeof questions === 'string' && <p className="text-small text-error">{questions}</p>}
            {questions === null && <p className="text-small text-ink-soft">Looking for its questions</p>}
            {Array.isArray(questions) && questions.length === 0 && (
              <p className="text-small text-ink-soft">
                This skill has no questions yet. Write some on the skill’s own page, then choose one here.
              </p>
            )}
            {Array.isArray(questions) &&
              questions.map(({ value: ref, label, hint }) => (
                <label key={ref} className="flex min-h-10 items-start gap-2.5 py-1.5 text-small">
                  <input
                    type="radio"
                    name={`${id}-question`}
                    // Belongs to no form, so the page's own does not send it.
                    form=""
                    checked={ref === value}
                    onChange={() => onChange(ref)}
                    className="mt-1 size-4 shrink-0 accent-accent"
                  />
                  <span>
                    {label} <span className="text-tiny text-ink-soft">{hint}</span>
                  </span>
                </label>
              ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
