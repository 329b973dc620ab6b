'use client'

import { startTransition, useActionState, useEffect, useRef } from 'react'
import { Ladder } from '#components/ladder.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, idle } from '#lib/form-state.ts'
import type { Level } from '#lib/levels.ts'
import { answerQuestion } from '../assessment-actions.ts'

interface QuestionFormProps {
  role: string
  skill: { slug: string; name: string; definition: string; statements: string[][] }
  number: number
  count: number
  value: Level | 'unsure' | null
  /** Set when the reader came from the review and goes back to it. */
  fromReview: boolean
  back: React.ReactNode
}

/** How long a choice rests before it is kept, so that arrow keys may pass over the levels in between. */
const restMs = 500

// Whether the page before this one was left by answering: then the new question takes the focus.
let answered = false

/** One skill of an assessment. A choice is kept as it is made; "Next" keeps it too, and needs no script. */
export function QuestionForm({ role, skill, number, count, value, fromReview, back }: QuestionFormProps) {
  const [state, submit] = useActionState(answerQuestion, idle)
  const [kept, keep, keeping] = useActionState(answerQuestion, idle)
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    if (answered) heading.current?.focus()
    answered = false
    return () => clearTimeout(timer.current)
  }, [])

  useEffect(() => {
    /** 1 to 4, 0 and N choose, without leaving the keyboard's home. */
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || !form.current) return
      const wanted = event.key.toLowerCase() === 'n' ? 'unsure' : event.key
      const radio = form.current.querySelector<HTMLInputElement>(`input[name="level"][value="${CSS.escape(wanted)}"]`)
      radio?.click()
      radio?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  function onChange() {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (!form.current) return
      const data = new FormData(form.current)
      data.set('after', 'stay')
      startTransition(() => keep(data))
    }, restMs)
  }

  return (
    <form
      ref={form}
      action={submit}
      onChange={onChange}
      onSubmit={() => {
        clearTimeout(timer.current)
        answered = true
      }}
      className="mt-8"
      noValidate
    >
      <input type="hidden" name="role" value={role} />
      <input type="hidden" name="skill" value={skill.slug} />
      <input type="hidden" name="after" value={fromReview ? 'review' : 'next'} />
      <h1 ref={heading} tabIndex={-1} className="text-h2 outline-none tablet:text-h1">
        <span className="sr-only">
          Skill {number} of {count}:{' '}
        </span>
        {skill.name}
      </h1>
      <p className="mt-2 mb-6 text-ink-soft">{skill.definition}</p>
      {state.status !== 'invalid' && <FormMessage state={state} />}
      <Ladder
        id="level"
        legend="Which is the highest level of which everything is true of you?"
        statements={skill.statements}
        value={value}
        unsure
        error={errorsOf(state).level}
      />
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <SubmitButton pendingText="Keeping …">
          {fromReview ? 'Back to the review' : number === count ? 'Review your answers' : 'Next skill'}
        </SubmitButton>
        {back}
        <p role="status" className="text-small text-ink-soft">
          {keeping
            ? 'Keeping …'
            : kept.status === 'done'
              ? 'Kept.'
              : kept.status === 'idle'
                ? ''
                : 'Not kept yet. It will be sent again with the next step.'}
        </p>
      </div>
      <p className="no-touch mt-6 text-tiny text-ink-soft">
        By keyboard: 1 to 4 for a level, 0 for none yet, N for not sure, Enter for the next skill.
      </p>
    </form>
  )
}
