'use client'

import { useActionState, useState } from 'react'
import { buttonClasses } from '#components/ui/button.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type FormState, idle } from '#lib/form-state.ts'

/** Something that was edited here and that may be taken from the files all the same. */
export interface Offer {
  key: string
  kind: string
  label: string
  detail: string
  /** What taking it does, as it is different for guides. */
  effect: string
}

interface ImportFormProps {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** Of the upload; left out for the starting content. */
  id?: string
  digest: string
  offers: Offer[]
  /** How many things are brought in without any choice. */
  writes: number
}

/** What was edited here, each with the choice to take it from the files, and the button that does it. */
export function ImportForm({ action, id, digest, offers, writes }: ImportFormProps) {
  const [state, send] = useActionState(action, idle)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const count = writes + taken.size
  const toggle = (key: string) => {
    const next = new Set(taken)
    if (!next.delete(key)) next.add(key)
    setTaken(next)
  }
  return (
    <form action={send} className="grid gap-8">
      <FormMessage state={state} />
      <input type="hidden" name="digest" value={digest} />
      <input type="hidden" name="take" value={[...taken].join(' ')} />
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      {offers.length > 0 && (
        <fieldset>
          <legend>
            <h2 className="text-h3">
              Kept, as somebody here worked on it{' '}
              <span className="tabular font-normal text-ink-soft">{offers.length}</span>
            </h2>
          </legend>
          <p className="mt-1 max-w-[42rem] text-ink-soft">
            The site goes on with its own version. Tick what you want from the files instead.
          </p>
          <ul className="mt-2 divide-y divide-line border-y border-line">
            {offers.map((offer) => (
              <li key={offer.key}>
                <label className="grid cursor-pointer grid-cols-[1.5rem_1fr] gap-x-2.5 py-2.5 tablet:grid-cols-[1.5rem_6rem_1fr]">
                  <input
                    type="checkbox"
                    checked={taken.has(offer.key)}
                    onChange={() => toggle(offer.key)}
                    className="mt-0.5 size-5 accent-accent"
                  />
                  <span className="hidden text-ink-soft tablet:block">{offer.kind}</span>
                  <span className="min-w-0 break-words">
                    <span className="text-ink-soft tablet:hidden">{offer.kind}: </span>
                    <span className="font-semibold">{offer.label}</span>
                    {offer.detail && <span className="block text-ink-soft">{offer.detail}</span>}
                    {taken.has(offer.key) && <span className="block text-mark-ink">{offer.effect}</span>}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingText="Bringing it in …">{label(count, offers.length)}</SubmitButton>
        <a href="/admin/transfer" className={buttonClasses('plain')}>
          Leave the site as it is
        </a>
      </div>
    </form>
  )
}

function label(count: number, offers: number): string {
  if (count === 0) return offers > 0 ? 'Keep all of ours' : 'There is nothing to bring in'
  return count === 1 ? 'Bring one thing in' : `Bring ${count} things in`
}
