import { classes } from '../classes.ts'

interface SelectProps {
  label: string
  name: string
  /** For the id, where several fields of a page have the same name. */
  id?: string
  options: readonly { value: string; label: string }[]
  hint?: string
  error?: string | undefined
  defaultValue?: string | undefined
  /** The label is there for those who hear it only, where the place says it to those who see. */
  hideLabel?: boolean
}

/** A labelled choice of one of a few. */
export function Select({ label, name, id = name, options, hint, error, defaultValue, hideLabel }: SelectProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'block text-small font-semibold'}>
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
      <select
        id={id}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={classes(
          'block min-h-11 w-full rounded-medium border-[1.5px] bg-raised px-2.5 py-2 text-small',
          !hideLabel && 'mt-1.5',
          error ? 'border-error' : 'border-line-strong',
        )}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
