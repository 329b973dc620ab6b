import { controlClasses, FieldFrame } from './field-frame.tsx'

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
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(tied) => (
        <select
          {...tied}
          name={name}
          defaultValue={defaultValue}
          className={controlClasses({ error, hideLabel }, 'min-h-11 px-2.5 py-2 text-small')}
        >
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
