import { startTransition, useActionState, useEffect, useState } from 'react'
import { errorsOf, type FormState, idle } from '#lib/form-state.ts'
import { useRefusedDraft } from './use-refused-draft.ts'

type Action = (previous: FormState, form: FormData) => Promise<FormState>

/**
 * A form whose fields live in the page: what was typed stays after every answer, an error is shown until its list is put
 * in another order, and leaving with something unsaved is asked about.
 * @param start what the form begins with, made of what was sent if there is no script
 * @param name keeps what was refused over a reload, under this name; another one for each state of what is edited
 */
export function useEditorForm<Draft extends object>(
  action: Action,
  start: (values: Record<string, string> | undefined) => Draft,
  name?: string,
) {
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
  const change = (part: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...part }))
    setChanged(true)
  }
  const sent = useRefusedDraft({ name, state, draft, restore: change })
  return {
    state,
    draft,
    errors,
    change,
    /** Errors of a list name a place in it, which holds something else once it is in another order. */
    reordered: (list: string): void => setMoved({ state, lists: [...stale, list] }),
    form: {
      action: send,
      // Sent by hand: React empties a form that it sends itself.
      onSubmit(event: React.SubmitEvent<HTMLFormElement>): void {
        event.preventDefault()
        sent()
        const data = new FormData(event.currentTarget, event.nativeEvent.submitter)
        startTransition(() => send(data))
      },
    },
  }
}
