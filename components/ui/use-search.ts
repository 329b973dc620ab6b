'use client'

import { useEffect, useRef, useState } from 'react'

/** One thing to choose from: `value` is what is kept, `label` what it is called, `hint` what tells it from others. */
export interface ComboboxOption {
  value: string
  label: string
  hint?: string
}

export interface Search {
  found: ComboboxOption[]
  /** In words: what is going on, or went wrong. */
  says: string
  /** Whether this is the answer to what is typed now. */
  isCurrent: boolean
}

/** Searches a moment after the last key; an answer that comes late, after another question, is dropped. */
export function useSearch(isOpen: boolean, text: string, search: (query: string) => Promise<ComboboxOption[]>): Search {
  const [result, setResult] = useState({ found: [] as ComboboxOption[], says: '', of: '' })
  const asked = useRef(0)
  useEffect(() => {
    const turn = ++asked.current
    if (!isOpen) return
    const answer = (next: typeof result) => {
      if (turn === asked.current) setResult(next)
    }
    const timer = setTimeout(
      async () => {
        setResult((now) => ({ ...now, says: 'Searching' }))
        try {
          const found = await search(text)
          answer({ of: text, found, says: found.length === 0 ? 'Nothing found' : `${found.length} found` })
        } catch (fault) {
          answer({ of: text, found: [], says: fault instanceof Error ? fault.message : 'The site did not answer.' })
        }
      },
      text ? 120 : 0,
    )
    return () => clearTimeout(timer)
  }, [isOpen, text, search])
  return { found: result.found, says: result.says, isCurrent: result.of === text }
}
