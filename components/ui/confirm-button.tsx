'use client'

import { useId, useRef } from 'react'
import { type ButtonVariant, buttonClasses } from './button.tsx'
import { SubmitButton } from './submit-button.tsx'

interface ConfirmButtonProps {
  /** On the button, and the heading of the question. */
  children: React.ReactNode
  /** What will happen, in a sentence or two: it is read before the answer. */
  question: React.ReactNode
  /** On the button that does it. */
  confirm: string
  pendingText: string
  variant?: ButtonVariant
  /** Sent with the form, to say which of its buttons it was. */
  name?: string
  value?: string
}

/**
 * The button of a form that asks in words before it sends. It stands inside the form; without script the dialog cannot
 * open, so a plain button stands in its place and the action must stand being asked directly.
 */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { children, question, confirm, pendingText, variant = 'secondary', name, value } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()} className={buttonClasses(variant)}>
        {children}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={title}
        className="m-auto max-w-[30rem] rounded-medium border border-line bg-raised p-6 text-ink backdrop:bg-ink/40"
      >
        <h2 id={title} className="text-h3">
          {children}
        </h2>
        <div className="mt-3 text-base">{question}</div>
        <div className="mt-6 flex flex-wrap gap-3">
          <span onClickCapture={() => setTimeout(() => dialog.current?.close())}>
            <SubmitButton pendingText={pendingText} {...(name && { name })} {...(value && { value })}>
              {confirm}
            </SubmitButton>
          </span>
          <button type="button" onClick={() => dialog.current?.close()} className={buttonClasses('plain')}>
            Leave it as it is
          </button>
        </div>
      </dialog>
    </>
  )
}
