'use client'

import { useEffect, useRef } from 'react'
import type { FormState } from '#lib/form-state.ts'

interface FormMessageProps {
  state: FormState
  /** What a field is called, where a message alone does not say which of many it is about. */
  labelOf?(name: string): string
}

/** What a form's action answered, above the form: it takes the focus, so that it is read out at once. */
export function FormMessage({ state, labelOf }: FormMessageProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status !== 'idle') box.current?.focus()
  }, [state])

  if (state.status === 'idle' || (state.status === 'done' && !state.message)) return null
  if (state.status === 'done') {
    return (
      <div ref={box} tabIndex={-1} role="status" className="rounded-medium bg-accent-wash px-4 py-3 text-small">
        {state.message}
      </div>
    )
  }
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-medium bg-error-wash px-4 py-3 text-small">
      {state.status === 'invalid' && (
        <>
          <p className="font-semibold">Please look at this again:</p>
          <ul className="mt-1 list-disc pl-5">
            {Object.entries(state.errors).map(([name, message]) => (
              <li key={name}>
                <a href={`#${name}`} className="underline underline-offset-2">
                  {labelOf && `${labelOf(name)}: `}
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {state.status === 'refused' && <p>{state.message}</p>}
      {state.status === 'fault' && (
        <p>
          Something went wrong on our side, and nothing was saved. Please try again. If it goes on, tell whoever runs
          this site the reference <strong className="tabular">{state.reference}</strong>.
        </p>
      )}
    </div>
  )
}
