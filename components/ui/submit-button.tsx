'use client'

import { useFormStatus } from 'react-dom'
import { type ButtonVariant, buttonClasses } from './button.tsx'

interface SubmitButtonProps {
  children: React.ReactNode
  /** Said while the answer is on its way. */
  pendingText: string
  variant?: ButtonVariant
  name?: string
  value?: string
  className?: string
}

/** The button of a server action's form. It stays focusable while it waits, and presses during that time do nothing. */
export function SubmitButton({
  children,
  pendingText,
  variant = 'primary',
  name,
  value,
  className,
}: SubmitButtonProps) {
  const { pending, data } = useFormStatus()
  const mine = pending && (name === undefined || data?.get(name) === value)
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={pending}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
      className={buttonClasses(variant, className)}
    >
      {mine ? pendingText : children}
    </button>
  )
}
