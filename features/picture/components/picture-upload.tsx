'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { classes } from '#components/classes.ts'
import { buttonClasses } from '#components/ui/button.tsx'
import { acceptedFiles } from '../picture-limits.ts'
import { type Sent, sendPicture } from '../picture-send.ts'

interface Line {
  name: string
  /** From 0 to 1; what is left after that is the site's work. */
  part: number
  sent: Sent | null
}

/**
 * Sends pictures to the library: chosen or dropped, several at once, each with how far it is and what became of it.
 * Without script it is a plain form to the same address.
 */
export function PictureUpload() {
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const [lines, setLines] = useState<Line[]>([])
  const [over, setOver] = useState(false)
  const busy = lines.some(({ sent }) => !sent)

  async function send(files: File[]): Promise<void> {
    if (files.length === 0 || busy) return
    setLines(files.map(({ name }) => ({ name, part: 0, sent: null })))
    const change = (at: number, changes: Partial<Line>) =>
      setLines((before) => before.map((line, index) => (index === at ? { ...line, ...changes } : line)))
    // One after the other: the site makes them ready in turn anyway.
    for (const [at, file] of files.entries()) {
      change(at, { sent: await sendPicture(file, (part) => change(at, { part })) })
    }
    if (field.current) field.current.value = ''
    router.refresh()
  }

  return (
    <section aria-label="Upload">
      <form
        method="post"
        action="/admin/pictures/upload"
        encType="multipart/form-data"
        onSubmit={(event) => {
          event.preventDefault()
          void send([...(field.current?.files ?? [])])
        }}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void send([...event.dataTransfer.files])
        }}
        className={classes('rounded-medium px-4 py-4 transition-colors', over ? 'bg-accent-wash' : 'bg-sunken')}
      >
        <label htmlFor="file" className="block font-semibold">
          Add pictures
        </label>
        <p id="file-hint" className="text-ink-soft">
          PNG, JPEG, WebP or AVIF, up to 10 MB each; several at once if you like. Where and with what they were taken is
          left out.
        </p>
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <input
            ref={field}
            id="file"
            name="file"
            type="file"
            multiple
            required
            accept={acceptedFiles}
            aria-describedby="file-hint"
            className="block min-h-11 max-w-full py-1 file:mr-4 file:min-h-9 file:cursor-pointer file:rounded-medium file:border-[1.5px] file:border-solid file:border-accent file:bg-transparent file:px-4 file:font-semibold file:text-accent"
          />
          <button type="submit" aria-disabled={busy} className={buttonClasses()}>
            {busy ? 'Uploading …' : 'Upload'}
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {lines.length > 0 && (
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and their order stays
              <li key={at} className="grid gap-x-6 py-2.5 tablet:grid-cols-[minmax(0,16rem)_1fr]">
                <span className="truncate font-semibold">{line.name}</span>
                <Outcome line={line} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function Outcome({ line: { name, part, sent } }: { line: Line }) {
  if (!sent) {
    return part < 1 ? (
      <progress value={part} aria-label={`${name}: sent so far`} className="mt-1.5 h-2 w-full max-w-[20rem]" />
    ) : (
      <span className="text-ink-soft">Being made ready …</span>
    )
  }
  if (sent.status === 'refused') return <span className="font-semibold text-error">{sent.message}</span>
  const { picture, outcome } = sent.answer
  const told = {
    new: 'Added.',
    known: 'The library had this picture already.',
    'brought-back': 'The library had this picture in its archive, and has brought it back.',
  }[outcome]
  return (
    <span>
      {told}{' '}
      <a href={`/admin/pictures/${picture.id}` as Route} className="text-accent underline underline-offset-4">
        {picture.alt ? 'See it' : 'Say what it shows'}
      </a>
    </span>
  )
}
