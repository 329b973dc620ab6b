'use client'

import { useActionState, useId, useRef, useState } from 'react'
import { type ButtonVariant, buttonClasses } from '#components/ui/button.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, type FormState, idle } from '#lib/form-state.ts'

export type GuideAction = (previous: FormState, form: FormData) => Promise<FormState>

export interface WorkflowDialogProps {
  guideId: string
  /** The version that the page shows. */
  version: number
  /** Saves what was typed, and says which version that is. */
  beforeSend?: (() => Promise<number>) | undefined
  /** Hears what was done. */
  onDone: (state: FormState) => void
  action: GuideAction
  /** On the button, and the heading of the question. */
  label: string
  confirm: string
  pendingText: string
  variant?: ButtonVariant
  /** What is asked, once the version is known. */
  children: (asked: { version: number; errors: Record<string, string> }) => React.ReactNode
}

type Opening = { step: 'saving' } | { step: 'asking'; version: number } | { step: 'failed' }

/**
 * A button that does something with a guide as a whole. It first has saved what was typed, then asks, then does it; what
 * cannot be done is said in the dialog, with everything that was typed there.
 */
export function WorkflowDialog(props: WorkflowDialogProps) {
  const { guideId, version, beforeSend, onDone, action, label, confirm, pendingText, variant = 'secondary' } = props
  const [opening, setOpening] = useState<Opening | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [answered, send] = useActionState(async (_: unknown, form: FormData) => {
    const answer = await action(idle, form)
    if (answer.status === 'done') {
      dialog.current?.close()
      // Not in an effect: what was done can take this button from the page in the same moment.
      onDone(answer)
    }
    return { of: opening, answer }
  }, null)
  // An answer belongs to the time that the dialog was open.
  const state = answered !== null && answered.of === opening ? answered.answer : idle

  async function open() {
    dialog.current?.showModal()
    setOpening({ step: 'saving' })
    try {
      setOpening({ step: 'asking', version: beforeSend ? await beforeSend() : version })
    } catch {
      // The editor's page says by itself why it could not save.
      setOpening({ step: 'failed' })
    }
  }

  return (
    <>
      <button type="button" onClick={() => void open()} className={buttonClasses(variant)}>
        {label}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={title}
        onClose={() => setOpening(null)}
        className="m-auto max-h-[85dvh] w-[min(36rem,calc(100vw-2rem))] overflow-y-auto rounded-medium border border-line bg-raised p-6 text-left text-ink backdrop:bg-ink/40"
      >
        <h2 id={title} className="text-h3">
          {label}
        </h2>
        {opening?.step === 'saving' && <p className="mt-3">Saving what you typed …</p>}
        {opening?.step === 'failed' && (
          <p className="mt-3">
            What you typed could not be saved, so nothing is done with it yet. Close this, and try again.
          </p>
        )}
        {opening?.step === 'asking' ? (
          <form action={send} noValidate className="mt-3 grid gap-5">
            <FormMessage state={state} />
            <input type="hidden" name="guideId" value={guideId} />
            <input type="hidden" name="version" value={opening.version} />
            {props.children({ version: opening.version, errors: errorsOf(state) })}
            <div className="flex flex-wrap gap-3">
              <SubmitButton pendingText={pendingText}>{confirm}</SubmitButton>
              <Leave dialog={dialog} />
            </div>
          </form>
        ) : (
          <div className="mt-6">
            <Leave dialog={dialog} />
          </div>
        )}
      </dialog>
    </>
  )
}

function Leave({ dialog }: { dialog: React.RefObject<HTMLDialogElement | null> }) {
  return (
    <button type="button" onClick={() => dialog.current?.close()} className={buttonClasses('plain')}>
      Leave it as it is
    </button>
  )
}
