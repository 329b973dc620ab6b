'use client'

import { controlClasses, FieldFrame } from '#components/ui/field-frame.tsx'

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
  const shared = {
    name,
    value,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
    ...input,
  }
  const look = 'min-h-11 px-3 py-2 text-small leading-snug'
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} hideLabel={hideLabel} dense>
      {(tied) =>
        rows === undefined ? (
          <input type="text" {...tied} {...shared} className={controlClasses({ error, hideLabel }, look)} />
        ) : (
          <textarea
            rows={rows}
            {...tied}
            {...shared}
            className={controlClasses({ error, hideLabel }, look, 'field-sizing-content')}
          />
        )
      }
    </FieldFrame>
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
  return (
    <FieldFrame id={name} label={label} hint={hint} error={error} hideLabel={hideLabel} dense>
      {(tied) => (
        <select
          {...tied}
          name={name}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={controlClasses({ error, hideLabel }, 'min-h-11 px-2.5 py-2 text-small')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
