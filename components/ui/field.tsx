import { controlClasses, FieldFrame } from './field-frame.tsx'

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
  return (
    <FieldFrame id={name} label={label} hint={hint} error={error}>
      {(tied) => (
        <input
          {...tied}
          name={name}
          type={type}
          defaultValue={defaultValue}
          className={controlClasses({ error }, 'min-h-12 px-3 py-2 text-base')}
          {...input}
        />
      )}
    </FieldFrame>
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
