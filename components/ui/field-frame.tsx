import { classes } from '../classes.ts'

/** What ties a control to its label, its hint and its error. */
export interface Tied {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface FieldFrameProps {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** The label is there for those who hear it only, where the place says it to those who see. */
  hideLabel?: boolean | undefined
  /** With a smaller hint, where many fields stand close together. */
  dense?: boolean
  children: (tied: Tied) => React.ReactNode
}

/** The label, the hint and the error of a control, above it. Every field of a form stands in one. */
export function FieldFrame({ id, label, hint, error, hideLabel, dense, children }: FieldFrameProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'block text-small font-semibold'}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={classes('mt-0.5 text-ink-soft', dense ? 'text-tiny' : 'text-small')}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-small font-semibold text-error">
          {error}
        </p>
      )}
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
    </div>
  )
}

/** The look of a control in such a frame. */
export const controlClasses = (
  { error, hideLabel }: Pick<FieldFrameProps, 'error' | 'hideLabel'>,
  ...more: string[]
): string =>
  classes(
    'block w-full rounded-medium border-[1.5px] bg-raised',
    !hideLabel && 'mt-1.5',
    error ? 'border-error' : 'border-line-strong',
    ...more,
  )
