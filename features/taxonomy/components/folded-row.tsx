'use client'

import { useState } from 'react'

interface FoldedRowProps {
  /** What the row says while it is closed. */
  title: string
  detail: string
  /** Open from the start, and as soon as something in it is wrong. */
  open: boolean
  children: React.ReactNode
}

/** A row of many fields, closed to a line: its fields are sent all the same. */
export function FoldedRow({ title, detail, open, children }: FoldedRowProps) {
  const [chosen, setChosen] = useState(open)
  const [wrong, setWrong] = useState(open)
  if (open !== wrong) {
    setWrong(open)
    if (open) setChosen(true)
  }
  return (
    <details open={chosen} onToggle={(event) => setChosen(event.currentTarget.open)}>
      <summary className="min-h-9 py-1.5 text-small">
        <span className="font-semibold">{title}</span> <span className="text-ink-soft">{detail}</span>
      </summary>
      <div className="grid gap-4 pt-2 pb-4 pl-4">{children}</div>
    </details>
  )
}
