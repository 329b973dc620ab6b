'use client'

import { useSyncExternalStore } from 'react'
import { buttonClasses } from './button.tsx'

const never = () => () => undefined

/** Prints the page. Only there where a script runs, as nothing else could. */
export function PrintButton() {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!scripted) return null
  return (
    <button type="button" onClick={() => print()} className={buttonClasses('plain', '-mx-1')}>
      Print
    </button>
  )
}
