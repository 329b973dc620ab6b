import { classes } from '../classes.ts'

interface TextAreaProps {
  label: string
  name: string
  /** For the id, where several fields of a page have the same name. */
  id?: string
  hint?: string
  error?: string | undefined
  defaultValue?: string | undefined
  rows?: number
  maxLength?: number
  required?: boolean
}

/** A labelled field for more than a line, which grows with what is typed. */
export function TextArea({ label, name, id = name, hint, error, defaultValue, rows = 3, ...input }: TextAreaProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="block text-small font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 text-small text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-small font-semibold text-error">
          {error}
        </p>
      )}
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={classes(
          'mt-1.5 block field-sizing-content w-full rounded-medium border-[1.5px] bg-raised px-3 py-2 text-base leading-snug',
          error ? 'border-error' : 'border-line-strong',
        )}
        {...input}
      />
    </div>
  )
}
