'use client'

import { useEffect, useRef, useState, useTransition } from 'react'
import { classes } from '#components/classes.ts'
import { buttonClasses } from '#components/ui/button.tsx'
import { errorsOf, idle } from '#lib/form-state.ts'
import { describePicture } from '../picture-actions.ts'
import { altAdvice } from '../picture-limits.ts'
import type { PictureCard } from '../upload-answers.ts'
import { PictureImage } from './picture-image.tsx'

interface PickerTextProps {
  picture: PictureCard
  onBack(): void
  onChoose(alt: string): void
}

/** The last step: what the picture says in this guide. A picture without a text of its own keeps the first one. */
export function PickerText({ picture, onBack, onChoose }: PickerTextProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [alt, setAlt] = useState(picture.alt)
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()

  useEffect(() => field.current?.focus(), [])

  function use(): void {
    const text = alt.replace(/\s+/g, ' ').trim()
    if (text === '') {
      setProblem('Say in a sentence what the picture shows.')
      field.current?.focus()
      return
    }
    if (picture.alt !== '') {
      onChoose(text)
      return
    }
    startTransition(async () => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ id: picture.id, name: picture.name, alt: text }))
        form.set(name, value)
      const state = await describePicture(idle, form).catch(() => null)
      if (state?.status === 'done') onChoose(text)
      else if (state?.status === 'refused') setProblem(state.message)
      else setProblem((state && errorsOf(state).alt) ?? 'The site does not answer. What you typed is still here.')
    })
  }

  return (
    <div className="mt-4 grid gap-6 tablet:grid-cols-2">
      <PictureImage
        picture={picture}
        alt=""
        sizes="(min-width: 48rem) 28rem, 90vw"
        className="mx-auto max-h-[50vh] max-w-full rounded-medium object-contain"
      />
      <div>
        <label htmlFor="picture-alt" className="block font-semibold">
          What it shows
        </label>
        <p id="picture-alt-hint" className="mt-0.5 text-ink-soft">
          {altAdvice}
        </p>
        {problem && (
          <p id="picture-alt-error" role="alert" className="mt-1 font-semibold text-error">
            {problem}
          </p>
        )}
        <textarea
          ref={field}
          id="picture-alt"
          rows={4}
          maxLength={300}
          required
          value={alt}
          onChange={(event) => setAlt(event.target.value)}
          aria-invalid={problem ? true : undefined}
          aria-describedby={classes('picture-alt-hint', problem && 'picture-alt-error')}
          className={classes(
            'mt-1.5 block field-sizing-content w-full rounded-medium border-[1.5px] bg-raised px-3 py-2 text-base leading-snug',
            problem ? 'border-error' : 'border-line-strong',
          )}
        />
        <div className="mt-5 flex flex-wrap gap-x-5 gap-y-2">
          <button type="button" aria-disabled={pending} onClick={() => !pending && use()} className={buttonClasses()}>
            {pending ? 'Saving …' : 'Use this picture'}
          </button>
          <button type="button" onClick={onBack} className={buttonClasses('plain')}>
            Choose another one
          </button>
        </div>
      </div>
    </div>
  )
}
