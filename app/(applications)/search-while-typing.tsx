'use client'

import { useEffect } from 'react'

/** In applications, what public/enhance.js does for the search box of documents: fetch its script when somebody goes there. */
export function SearchWhileTyping({ script }: { script: string }) {
  useEffect(() => {
    const fetchScript = (event: FocusEvent) => {
      const isSearch = event.target instanceof HTMLInputElement && 'search' in event.target.dataset
      if (isSearch) import(/* webpackIgnore: true */ /* turbopackIgnore: true */ script)
    }
    document.addEventListener('focusin', fetchScript)
    return () => document.removeEventListener('focusin', fetchScript)
  }, [script])
  return null
}
