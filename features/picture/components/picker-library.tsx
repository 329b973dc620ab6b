'use client'

import { useEffect, useRef, useState } from 'react'
import { buttonClasses } from '#components/ui/button.tsx'
import { acceptedFiles } from '../picture-limits.ts'
import { sendPicture } from '../picture-send.ts'
import type { PictureCard, SearchAnswer } from '../upload-answers.ts'
import { Thumbnail } from './picture-grid.tsx'

const pause = 180

/** The library as a choice: search as you type, and a way to add a picture that is not there yet. */
export function PickerLibrary({ onPick }: { onPick(picture: PictureCard): void }) {
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<SearchAnswer | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      search(query, leaving.signal)
        .then((answer) => {
          setFound(answer)
          setProblem(null)
        })
        .catch((error: unknown) => {
          if (!leaving.signal.aborted) setProblem(error instanceof Error ? error.message : 'The site does not answer.')
        })
    }, pause)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [query])

  return (
    <div className="mt-4">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <div className="min-w-0 grow basis-[16rem]">
          <label htmlFor="picture-search" className="block font-semibold">
            Words in the name or the text
          </label>
          <input
            id="picture-search"
            type="search"
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            // Enter in a dialog within a form would send that form.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            className="mt-1.5 block min-h-11 w-full rounded-medium border-[1.5px] border-line-strong bg-raised px-3 py-2 text-small"
          />
        </div>
        <PickerUpload onPick={onPick} />
      </div>
      {problem && (
        <p role="alert" className="mt-4 font-semibold text-error">
          {problem}
        </p>
      )}
      <p role="status" className="mt-5 text-ink-soft">
        {found && told(found, query)}
      </p>
      <ul className="mt-2 grid grid-cols-2 gap-4 tablet:grid-cols-4">
        {found?.pictures.map((picture) => (
          <li key={picture.id} className="min-w-0">
            <button
              type="button"
              onClick={() => onPick(picture)}
              className="group block w-full rounded-medium text-left hover:text-accent"
            >
              <Thumbnail picture={picture} />
              <span className="mt-1.5 block truncate font-semibold group-hover:underline">{picture.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Adds one picture and goes on with it at once. */
function PickerUpload({ onPick }: { onPick(picture: PictureCard): void }) {
  const field = useRef<HTMLInputElement>(null)
  const [part, setPart] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function send(file: File | undefined): Promise<void> {
    if (!file) return
    setProblem(null)
    setPart(0)
    const sent = await sendPicture(file, setPart)
    setPart(null)
    if (field.current) field.current.value = ''
    if (sent.status === 'added') onPick(sent.answer.picture)
    else setProblem(sent.message)
  }

  return (
    <div>
      <input
        ref={field}
        type="file"
        accept={acceptedFiles}
        aria-label="A new picture"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <button
        type="button"
        aria-disabled={part !== null}
        aria-describedby="picture-new-hint"
        onClick={() => part === null && field.current?.click()}
        className={buttonClasses('secondary')}
      >
        {part === null
          ? 'Upload a new one'
          : part < 1
            ? `Uploading, ${Math.round(part * 100)} %`
            : 'Being made ready …'}
      </button>
      <p id="picture-new-hint" className="mt-1 text-tiny text-ink-soft">
        PNG, JPEG, WebP or AVIF, up to 10 MB
      </p>
      {problem && (
        <p role="alert" className="mt-1 max-w-[24rem] font-semibold text-error">
          {problem}
        </p>
      )}
    </div>
  )
}

function told({ pictures, more }: SearchAnswer, query: string): string {
  if (pictures.length === 0) {
    return query.trim() ? 'No picture fits these words.' : 'The library is empty. Upload the first picture.'
  }
  const shown = pictures.length === 1 ? 'One picture.' : `${pictures.length} pictures.`
  return more > 0 ? `The newest ${pictures.length} of ${pictures.length + more}. Search to see others.` : shown
}

/** @throws Error with a sentence to show */
async function search(query: string, signal: AbortSignal): Promise<SearchAnswer> {
  const answer = await fetch(`/admin/pictures/search?${new URLSearchParams({ q: query })}`, { signal })
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) return body as SearchAnswer
  const said = typeof body === 'object' && body !== null && 'message' in body ? body.message : null
  throw new Error(typeof said === 'string' ? said : 'The site does not answer.')
}
