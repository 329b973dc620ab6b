'use client'

import { useEffect } from 'react'

/** In applications, what public/enhance.js does for the search box of documents: fetch its script when somebody goes there. */
export function SearchWhileTyping() {
  useEffect(() => {
    const fetchScript = (event: FocusEvent) => {
      const script = event.target instanceof HTMLInputElement ? event.target.dataset.search : undefined
      if (script) import(/* webpackIgnore: true */ /* turbopackIgnore: true */ script)
    }
    document.addEventListener('focusin', fetchScript)
    return () => document.removeEventListener('focusin', fetchScript)
  }, [])
  return null
}
