'use client'

import { useActionState, useRef, useState } from 'react'
import { buttonClasses } from '#components/ui/button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { idle } from '#lib/form-state.ts'
import { capitalised, counted } from '#lib/format.ts'
import { changeSeveral } from '../bulk-actions.ts'
import type { BulkAction } from '../workflow-schema.ts'
import { Outcome } from './outcome.tsx'

const labels: Record<BulkAction, { button: string; done: string; pending: string; says: string }> = {
  publish: {
    button: 'Publish',
    done: 'published',
    pending: 'Publishing …',
    says: 'Readers see them at once. Whoever used a block that goes is told so on their profile.',
  },
  archive: {
    button: 'Archive',
    done: 'archived',
    pending: 'Archiving …',
    says: 'Readers do not find them any more. Nothing is deleted, and it can be undone.',
  },
  unarchive: {
    button: 'Bring back',
    done: 'brought back',
    pending: 'Bringing back …',
    says: 'They come back to this list, and are not public until they are published.',
  },
}

interface Asking {
  what: BulkAction
  ids: string[]
  refused: { title: string; reason: string }[]
}

interface BulkFormProps {
  /** What is offered; nothing where the list is empty. */
  actions: readonly BulkAction[]
  children: React.ReactNode
}

/**
 * The form around the list: what is ticked in it can be published, archived or brought back at once. Each tick says by
 * itself what cannot be done with its guide, in a `data-` attribute of the action's name.
 */
export function BulkForm({ actions, children }: BulkFormProps) {
  const [state, action] = useActionState(changeSeveral, idle)
  const [count, setCount] = useState(0)
  const [asking, setAsking] = useState<Asking | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)

  const ticks = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name="tick"]') ?? [])]
  const ticked = () => ticks().filter(({ checked }) => checked)
  const tickAll = (checked: boolean) => {
    for (const tick of ticks()) tick.checked = checked
  }
  const ask = (what: BulkAction) => {
    const all = ticked().map((tick) => ({
      id: tick.value,
      title: tick.getAttribute('aria-label') ?? '',
      reason: tick.dataset[what],
    }))
    setAsking({
      what,
      ids: all.flatMap(({ id, reason }) => (reason ? [] : id)),
      refused: all.flatMap(({ title, reason }) => (reason ? { title, reason } : [])),
    })
    dialog.current?.showModal()
  }

  return (
    <>
      <Outcome state={state} />
      <form
        ref={form}
        action={action}
        onChange={() => setCount(ticked().length)}
        onReset={() => setCount(0)}
        className="mt-2"
      >
        {actions.length > 0 && (
          <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface py-2">
            <label className="inline-flex min-h-11 items-center gap-2.5">
              <input
                type="checkbox"
                className="size-5 accent-accent"
                onChange={(event) => tickAll(event.target.checked)}
              />
              Tick all on this page
            </label>
            {count > 0 && (
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <p role="status" className="text-ink-soft">
                  {capitalised(counted(count, 'guide'))} ticked
                </p>
                {actions.map((what) => (
                  <button key={what} type="button" onClick={() => ask(what)} className={buttonClasses('plain')}>
                    {labels[what].button} …
                  </button>
                ))}
              </div>
            )}
          </div>
        )}
        {children}
        <dialog
          ref={dialog}
          aria-labelledby="bulk-question"
          className="m-auto max-h-[85dvh] w-[min(34rem,calc(100vw-2rem))] overflow-y-auto rounded-medium border border-line bg-raised p-6 text-ink backdrop:bg-ink/40"
        >
          {asking && <Question {...asking} close={() => dialog.current?.close()} />}
        </dialog>
      </form>
    </>
  )
}

function Question({ what, ids, refused, close }: Asking & { close: () => void }) {
  const { button, done, pending, says } = labels[what]
  return (
    <>
      <h2 id="bulk-question" className="text-h3">
        {ids.length > 0
          ? `${capitalised(counted(ids.length, 'guide'))} will be ${done}`
          : `None of these can be ${done}`}
      </h2>
      {ids.length > 0 && <p className="mt-3 text-base">{says}</p>}
      {refused.length > 0 && (
        <div className="mt-4">
          {ids.length > 0 && <p className="font-semibold">Left as they are:</p>}
          <ul className="mt-1 list-disc pl-5">
            {refused.map(({ title, reason }) => (
              <li key={title}>
                <span className="font-semibold">{title}.</span> {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
      <input type="hidden" name="guides" value={ids.join(' ')} />
      <input type="hidden" name="what" value={what} />
      <div className="mt-6 flex flex-wrap gap-3">
        {ids.length > 0 && (
          <span onClickCapture={() => setTimeout(close)}>
            <SubmitButton pendingText={pending}>{button}</SubmitButton>
          </span>
        )}
        <button type="button" onClick={close} className={buttonClasses('plain')}>
          Leave {ids.length === 1 ? 'it as it is' : 'them as they are'}
        </button>
      </div>
    </>
  )
}
