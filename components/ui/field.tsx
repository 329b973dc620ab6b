import { classes } from '../classes.ts'

interface FieldProps {
  label: string
  name: string
  type?: 'text' | 'email' | 'password'
  hint?: string
  error?: string | undefined
  defaultValue?: string | undefined
  autoComplete?: string
  required?: boolean
  inputMode?: 'text' | 'email'
  maxLength?: number
  autoCapitalize?: 'none' | 'characters'
  spellCheck?: boolean
}

/** A labelled line of text, with its hint and its error tied to it for screen readers. */
export function Field({ label, name, type = 'text', hint, error, defaultValue, ...input }: FieldProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={name} className="block text-small font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="mt-0.5 text-small text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="mt-1 text-small font-semibold text-error">
          {error}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={classes(
          'mt-1.5 block min-h-12 w-full rounded-medium border-[1.5px] bg-raised px-3 py-2 text-base',
          error ? 'border-error' : 'border-line-strong',
        )}
        {...input}
      />
    </div>
  )
}

interface CheckboxProps {
  label: string
  name: string
  hint?: string
  defaultChecked?: boolean
}

export function Checkbox({ label, name, hint, defaultChecked }: CheckboxProps) {
  return (
    <div className="grid grid-cols-[1.5rem_1fr] gap-x-2.5">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="yes"
        defaultChecked={defaultChecked}
        aria-describedby={hint ? `${name}-hint` : undefined}
        className="mt-1 size-5 accent-accent"
      />
      <label htmlFor={name} className="text-small">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="col-start-2 text-tiny text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  )
}
