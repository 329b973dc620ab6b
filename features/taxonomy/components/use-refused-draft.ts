import { useEffect, useEffectEvent, useState } from 'react'
import type { FormState } from '#lib/form-state.ts'
import { dropRefused, keepRefused, refusedDraft } from './refused-draft.ts'

interface Kept<Draft extends object> {
  /** What the form is called where it is kept; undefined for one that is not. */
  name: string | undefined
  state: FormState
  draft: Draft
  restore(draft: Partial<Draft>): void
}

const reloaded = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload')

/**
 * Once a form was refused, what stands in it outlives a reload of the page; whoever leaves it otherwise leaves it behind.
 * @returns what to call when the form is sent
 */
export function useRefusedDraft<Draft extends object>({ name, state, draft, restore }: Kept<Draft>): () => void {
  const [restored, setRestored] = useState(false)
  const keeping = restored || (state.status !== 'idle' && state.status !== 'done')
  const begin = useEffectEvent((kept: object) => {
    restore(kept)
    setRestored(true)
  })

  useEffect(() => {
    if (name === undefined) return
    const kept = reloaded() ? refusedDraft(sessionStorage, name) : null
    if (kept) begin(kept)
    return () => dropRefused(sessionStorage, name)
  }, [name])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a second answer is kept too, also where nothing was changed.
  useEffect(() => {
    if (name !== undefined && keeping) keepRefused(sessionStorage, name, draft)
  }, [name, keeping, draft, state])

  return () => {
    if (name !== undefined) dropRefused(sessionStorage, name)
  }
}
