'use client'

import { useRef, useState } from 'react'
import { buttonClasses } from '#components/ui/button.tsx'

const lost = 'The zip did not arrive. Look at your connection and send it again.'

/** Sends a zip and goes on to what it would do. Nothing is changed by sending it. */
export function ZipUpload() {
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')

  async function send(): Promise<void> {
    const file = field.current?.files?.[0]
    if (busy) return
    if (!file) {
      setError('Choose a zip first.')
      return
    }
    setBusy(true)
    setError('')
    const message = await upload(file)
    if (message === null) return
    setBusy(false)
    setError(message)
    field.current?.focus()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      className="max-w-[42rem]"
    >
      <label htmlFor="zip" className="block font-semibold">
        A zip with content
      </label>
      <p id="zip-hint" className="text-ink-soft">
        An export of this or another site, or a folder in the same format, up to 60 MB. You see what it would change
        before anything does.
      </p>
      {error && (
        <p id="zip-error" role="alert" className="mt-1 font-semibold text-error">
          {error}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <input
          ref={field}
          id="zip"
          name="zip"
          type="file"
          accept=".zip,application/zip"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'zip-hint zip-error' : 'zip-hint'}
          className="block min-h-11 max-w-full py-1 file:mr-4 file:min-h-9 file:cursor-pointer file:rounded-medium file:border-[1.5px] file:border-solid file:border-accent file:bg-transparent file:px-4 file:font-semibold file:text-accent"
        />
        <button type="submit" aria-disabled={busy} className={buttonClasses()}>
          {busy ? 'Reading it …' : 'See what it would change'}
        </button>
      </div>
    </form>
  )
}

/** @returns what went wrong, or null once the browser is on its way to the plan */
async function upload(file: File): Promise<string | null> {
  try {
    const response = await fetch('/admin/transfer/import', {
      method: 'POST',
      body: file,
      headers: { 'Content-Type': 'application/zip', Accept: 'application/json' },
    })
    const answer = (await response.json()) as { id?: string; message?: string }
    if (!response.ok || !answer.id) return answer.message ?? lost
    window.location.assign(`/admin/transfer/import/${answer.id}`)
    return null
  } catch {
    // No connection, or an answer that is none of ours.
    return lost
  }
}
