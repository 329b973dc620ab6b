'use client'

import { useEffect, useRef, useState } from 'react'
import type { Choice } from './lookups.ts'

export interface Search {
  found: Choice[]
  /** In words: what is going on, or went wrong. */
  says: string
}

/** Searches a moment after the last key; an answer that comes late, after another question, is dropped. */
export function useSearch(isOpen: boolean, text: string, search: (query: string) => Promise<Choice[]>): Search {
  const [result, setResult] = useState<Search>({ found: [], says: '' })
  const asked = useRef(0)
  useEffect(() => {
    const turn = ++asked.current
    if (!isOpen) return
    const answer = (next: Search) => {
      if (turn === asked.current) setResult(next)
    }
    const timer = setTimeout(
      async () => {
        setResult((now) => ({ ...now, says: 'Searching' }))
        try {
          const found = await search(text)
          answer({ found, says: found.length === 0 ? 'Nothing found' : `${found.length} found` })
        } catch (fault) {
          answer({ found: [], says: fault instanceof Error ? fault.message : 'The site did not answer.' })
        }
      },
      text ? 120 : 0,
    )
    return () => clearTimeout(timer)
  }, [isOpen, text, search])
  return result
}
