'use client'

import { useId, useRef, useState } from 'react'
import { buttonClasses } from './button.tsx'

interface LinkShownOnceProps {
  label: string
  link: string
  /** What is to be known before it is sent to somebody. */
  children?: React.ReactNode
}

/** A link at the only time that it can be seen, to be copied. */
export function LinkShownOnce({ label, link, children }: LinkShownOnceProps) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')

  async function copy() {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(link)
      setSaid('Copied.')
    } catch {
      // Not allowed, or no TLS: the text is selected, which is what the keys of the browser need.
      setSaid('Your browser does not let this page copy. The link is selected: copy it with the keyboard.')
    }
  }

  return (
    <div className="border-l-4 border-mark bg-mark-wash p-4">
      <label htmlFor={id} className="block font-semibold wrap-anywhere">
        {label}
      </label>
      {children && <p className="mt-1">{children}</p>}
      <div className="mt-3 flex flex-wrap gap-3">
        <input
          ref={field}
          id={id}
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-11 min-w-0 grow basis-60 rounded-medium border-[1.5px] border-line-strong bg-raised px-3 py-2 font-mono text-tiny"
        />
        <button type="button" onClick={copy} className={buttonClasses('primary')}>
          Copy the link
        </button>
      </div>
      <p role="status" className="mt-2 text-tiny empty:hidden">
        {said}
      </p>
    </div>
  )
}
