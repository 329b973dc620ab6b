'use client'

import { controlClasses, FieldFrame } from '#components/ui/field-frame.tsx'

interface PlainFieldProps {
  label: string
  name: string
  value: string
  onChange(value: string): void
  onBlur?(): void
  type?: 'text' | 'date' | 'url'
  /** More than one makes it a field for several lines. */
  rows?: number
  hint?: string
  error?: string | undefined
}

const look = 'px-3 py-1.5 text-small'

/** A labelled field whose value the page holds, because it is saved as it is typed. */
export function PlainField({
  label,
  name,
  value,
  onChange,
  onBlur,
  type = 'text',
  rows = 1,
  hint,
  error,
}: PlainFieldProps) {
  const id = `field-${name}`
  const shared = {
    value,
    onBlur,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
  }
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} dense>
      {(tied) =>
        rows > 1 ? (
          <textarea
            {...tied}
            {...shared}
            rows={rows}
            className={controlClasses({ error }, look, 'field-sizing-content leading-snug')}
          />
        ) : (
          <input {...tied} {...shared} type={type} className={controlClasses({ error }, look, 'min-h-11')} />
        )
      }
    </FieldFrame>
  )
}

interface PlainSelectProps {
  label: string
  name: string
  value: string
  onChange(value: string): void
  options: readonly { value: string; label: string }[]
  hint?: string
  error?: string | undefined
  hideLabel?: boolean
}

/** The same for a choice of one of a few. A value that is not among them is shown as it is. */
export function PlainSelect({ label, name, value, onChange, options, hint, error, hideLabel }: PlainSelectProps) {
  const id = `field-${name}`
  const unknown = value !== '' && !options.some((option) => option.value === value)
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} hideLabel={hideLabel} dense>
      {(tied) => (
        <select
          {...tied}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={controlClasses({ error, hideLabel }, look, 'min-h-11')}
        >
          {unknown && <option value={value}>{value} (not there any more)</option>}
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
