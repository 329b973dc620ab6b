import { startTransition, useActionState, useEffect, useState } from 'react'
import { errorsOf, type FormState, idle } from '#lib/form-state.ts'

type Action = (previous: FormState, form: FormData) => Promise<FormState>

/**
 * A form whose fields live in the page: what was typed stays after every answer, an error is shown until its list is put
 * in another order, and leaving with something unsaved is asked about.
 * @param start what the form begins with, made of what was sent if there is no script
 */
export function useEditorForm<Draft>(action: Action, start: (values: Record<string, string> | undefined) => Draft) {
  const [state, send] = useActionState(action, idle)
  const [draft, setDraft] = useState(() => start(state.status === 'idle' ? undefined : state.values))
  const [changed, setChanged] = useState(false)
  const [moved, setMoved] = useState<{ state: FormState; lists: string[] }>({ state, lists: [] })
  const stale = moved.state === state ? moved.lists : []

  useEffect(() => {
    if (!changed) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [changed])

  const errors = Object.fromEntries(
    Object.entries(errorsOf(state)).filter(([name]) => !stale.some((list) => name.startsWith(`${list}.`))),
  )
  return {
    state,
    draft,
    errors,
    change(part: Partial<Draft>): void {
      setDraft((before) => ({ ...before, ...part }))
      setChanged(true)
    },
    /** Errors of a list name a place in it, which holds something else once it is in another order. */
    reordered: (list: string): void => setMoved({ state, lists: [...stale, list] }),
    form: {
      action: send,
      // Sent by hand: React empties a form that it sends itself.
      onSubmit(event: React.SubmitEvent<HTMLFormElement>): void {
        event.preventDefault()
        const data = new FormData(event.currentTarget, event.nativeEvent.submitter)
        startTransition(() => send(data))
      },
    },
  }
}
