'use client'

import { useEffect, useRef } from 'react'

/** What has just been done, on the page that it led to: it takes the focus, so that it is read out at once. */
export function SavedNote({ children }: { children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} role="status" className="mb-6 rounded-medium bg-accent-wash px-4 py-3 text-small">
      {children}
    </div>
  )
}
