'use client'

import { useActionState, useId, useRef, useState } from 'react'
import { buttonClasses } from '#components/ui/button.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { Moment } from '#components/ui/moment.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { idle, valuesOf } from '#lib/form-state.ts'
import { endPreview, sharePreview } from '../preview-actions.ts'

interface SharePreviewProps {
  guideId: string
  links: { id: string; createdAt: string; expiresAt: string }[]
}

/** Shows the working copy to somebody without an account: makes links, and ends them. */
export function SharePreview({ guideId, links }: SharePreviewProps) {
  const [state, action] = useActionState(sharePreview, idle)
  const { address } = valuesOf(state)
  return (
    <section aria-labelledby="share-title" className="max-w-[40rem]">
      <h2 id="share-title" className="font-sans text-base font-semibold tracking-normal">
        Show it to somebody
      </h2>
      <p className="mt-1 text-ink-soft">
        Whoever has the link sees the working copy as it is at that moment, for seven days, without an account.
      </p>
      <form action={action} className="mt-4 grid gap-4">
        <input type="hidden" name="guide" value={guideId} />
        <FormMessage state={state} />
        {state.status === 'done' && address && <NewLink address={address} />}
        <div>
          <SubmitButton variant="secondary" pendingText="Making a link …">
            {address ? 'Make another link' : 'Make a link'}
          </SubmitButton>
        </div>
      </form>
      <OpenLinks links={links} />
    </section>
  )
}

function NewLink({ address }: { address: string }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')

  async function copy() {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(address)
      setSaid('Copied.')
    } catch {
      // Not allowed, or no TLS: the text is selected, which is what the keys of the browser need.
      setSaid('Your browser does not let this page copy. The link is selected: copy it with the keyboard.')
    }
  }

  return (
    <div className="border-l-4 border-mark bg-mark-wash p-4">
      <label htmlFor={id} className="block font-semibold">
        The new link. It is shown only now.
      </label>
      <div className="mt-2 flex flex-wrap gap-3">
        <input
          ref={field}
          id={id}
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-11 min-w-0 grow basis-60 rounded-medium border-[1.5px] border-line-strong bg-raised px-3 py-2 font-mono text-tiny"
        />
        <button type="button" onClick={copy} className={buttonClasses('primary')}>
          Copy the link
        </button>
      </div>
      <p role="status" className="mt-2 text-tiny empty:hidden">
        {said}
      </p>
    </div>
  )
}

/** One form around the list, so that its message outlives the row it is about. */
function OpenLinks({ links }: Pick<SharePreviewProps, 'links'>) {
  const [state, action] = useActionState(endPreview, idle)
  return (
    <form action={action} className="mt-6">
      <FormMessage state={state} />
      {links.length === 0 ? (
        <p className="mt-2 text-ink-soft">
          No link is open. One that you make appears here, and can be ended before its time.
        </p>
      ) : (
        <ul className="mt-2 border-t border-line">
          {links.map(({ id, createdAt, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-1">
              <span id={`link-${id}`}>
                Made <Moment at={createdAt} withTime />, open until <Moment at={expiresAt} withTime />
              </span>
              <SubmitButton variant="plain" name="link" value={id} pendingText="Ending …">
                End this link
              </SubmitButton>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
