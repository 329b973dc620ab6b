'use client'

import { classes } from '#components/classes.ts'

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

const look = (error: string | undefined, extra: string) =>
  classes(
    'mt-1.5 block w-full rounded-medium border-[1.5px] bg-raised px-3 py-1.5 text-small',
    error ? 'border-error' : 'border-line-strong',
    extra,
  )

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
    id,
    value,
    onBlur,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
    'aria-invalid': error ? true : undefined,
    'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  }
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <Notes id={id} hint={hint} error={error} />
      {rows > 1 ? (
        <textarea {...shared} rows={rows} className={look(error, 'field-sizing-content leading-snug')} />
      ) : (
        <input {...shared} type={type} className={look(error, 'min-h-11')} />
      )}
    </div>
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
    <div>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'block font-semibold'}>
        {label}
      </label>
      <Notes id={id} hint={hint} error={error} />
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
        className={look(error, 'min-h-11')}
      >
        {unknown && <option value={value}>{value} (not there any more)</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

function Notes({ id, hint, error }: { id: string; hint?: string | undefined; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 text-tiny text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 font-semibold text-error">
          {error}
        </p>
      )}
    </>
  )
}
