'use client'

import { classes } from '#components/classes.ts'
import type { DraftContent } from '../same-content.ts'

interface HeadFieldsProps {
  content: DraftContent
  change(part: Partial<DraftContent>): void
  errors: Readonly<Record<string, string>>
}

const look = 'block field-sizing-content w-full resize-none rounded-small border-0 bg-transparent font-serif'

/** Title and standfirst, set as the reader sees them. */
export function HeadFields({ content, change, errors }: HeadFieldsProps) {
  return (
    <div className="grid gap-4">
      <div>
        <label htmlFor="field-title" className="text-ink-soft">
          Title
        </label>
        <textarea
          id="field-title"
          rows={1}
          value={content.title}
          onChange={(event) => change({ title: event.target.value.replaceAll('\n', ' ') })}
          aria-invalid={errors.title ? true : undefined}
          aria-describedby={errors.title && 'field-title-error'}
          placeholder="What the reader looks for, in their words"
          className={classes(look, 'text-h2 font-medium tracking-[-0.022em] tablet:text-h1')}
        />
        <FieldError id="field-title-error" message={errors.title} />
      </div>
      <div>
        <label htmlFor="field-standfirst" className="text-ink-soft">
          Standfirst
        </label>
        <textarea
          id="field-standfirst"
          rows={2}
          value={content.standfirst}
          onChange={(event) => change({ standfirst: event.target.value.replaceAll('\n', ' ') })}
          aria-invalid={errors.standfirst ? true : undefined}
          aria-describedby={errors.standfirst && 'field-standfirst-error'}
          placeholder="One or two sentences that say what the reader gets"
          className={classes(look, 'text-[1.3125rem] leading-[1.42] text-ink-soft tablet:text-lead')}
        />
        <FieldError id="field-standfirst-error" message={errors.standfirst} />
      </div>
    </div>
  )
}

function FieldError({ id, message }: { id: string; message: string | undefined }) {
  if (!message) return null
  return (
    <p id={id} className="mt-1 font-semibold text-error">
      {message}
    </p>
  )
}
