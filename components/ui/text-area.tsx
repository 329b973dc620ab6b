import { controlClasses, FieldFrame } from './field-frame.tsx'

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
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {(tied) => (
        <textarea
          {...tied}
          name={name}
          rows={rows}
          defaultValue={defaultValue}
          className={controlClasses({ error }, 'field-sizing-content px-3 py-2 text-base leading-snug')}
          {...input}
        />
      )}
    </FieldFrame>
  )
}
