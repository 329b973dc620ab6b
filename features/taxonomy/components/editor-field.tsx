'use client'

import { classes } from '#components/classes.ts'

interface EditorFieldProps {
  label: string
  /** By which the field is sent. */
  name: string
  /** Where several fields of a page have the same name. */
  id?: string
  value: string
  onChange(value: string): void
  hint?: string
  error?: string | undefined
  /** Of an area for more than a line. */
  rows?: number
  /** The label is there for those who hear it only, where the place says it to those who see. */
  hideLabel?: boolean
  inputMode?: 'numeric'
  maxLength?: number
  autoComplete?: string
  spellCheck?: boolean
}

/** A labelled field of a form that is kept as it is typed, so that it can be shown elsewhere at once. */
export function EditorField(props: EditorFieldProps) {
  const { label, name, id = name, value, onChange, hint, error, rows, hideLabel, ...input } = props
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const field = {
    id,
    name,
    value,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
    className: classes(
      'block min-h-11 w-full rounded-medium border-[1.5px] bg-raised px-3 py-2 text-small leading-snug',
      !hideLabel && 'mt-1',
      error ? 'border-error' : 'border-line-strong',
      rows !== undefined && 'field-sizing-content',
    ),
    ...input,
  }
  return (
    <div className="min-w-0">
      <FieldHead name={id} label={label} hint={hint} error={error} hideLabel={hideLabel} />
      {rows === undefined ? <input type="text" {...field} /> : <textarea rows={rows} {...field} />}
    </div>
  )
}

interface EditorSelectProps {
  label: string
  name: string
  value: string
  onChange(value: string): void
  options: readonly { value: string; label: string }[]
  hint?: string
  error?: string | undefined
  hideLabel?: boolean
}

/** The same for a choice of one of a few. */
export function EditorSelect({ label, name, value, onChange, options, hint, error, hideLabel }: EditorSelectProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className="min-w-0">
      <FieldHead name={name} label={label} hint={hint} error={error} hideLabel={hideLabel} />
      <select
        id={name}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={classes(
          'block min-h-11 w-full rounded-medium border-[1.5px] bg-raised px-2.5 py-2 text-small',
          !hideLabel && 'mt-1',
          error ? 'border-error' : 'border-line-strong',
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

type FieldHeadProps = Pick<EditorFieldProps, 'name' | 'label' | 'hint' | 'error' | 'hideLabel'>

function FieldHead({ name, label, hint, error, hideLabel }: FieldHeadProps) {
  return (
    <>
      <label htmlFor={name} className={hideLabel ? 'sr-only' : 'block text-small font-semibold'}>
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-tiny text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="mt-0.5 text-small font-semibold text-error">
          {error}
        </p>
      )}
    </>
  )
}
