'use client'

import { useId, useState } from 'react'
import { buttonClasses } from '#components/ui/button.tsx'
import { Combobox } from '#components/ui/combobox.tsx'
import type { Choice, Lookups, NewSkill } from './lookups.ts'
import type { NameBook } from './name-book.ts'

interface SkillPickerProps {
  label: string
  lookups: Lookups
  names: NameBook
  /** The addresses of those that are chosen. */
  value: readonly string[]
  onChange(value: string[]): void
  many?: boolean
  error?: string | undefined
  autoFocus?: boolean
}

/** Chooses one skill or several, and begins a new one where there is none yet. */
export function SkillPicker({ label, lookups, names, value, onChange, many, error, autoFocus }: SkillPickerProps) {
  const [making, setMaking] = useState<string | null>(null)
  const [, redraw] = useState(0)
  const named = (slug: string) => names.name('skill', slug, () => redraw((count) => count + 1))

  function choose(choice: Choice) {
    names.learn('skill', choice)
    onChange(many ? [...value.filter((slug) => slug !== choice.value), choice.value] : [choice.value])
  }

  return (
    <div>
      <Combobox
        label={label}
        search={lookups.skills}
        onChoose={choose}
        offer={{ text: (name) => `Make the new skill “${name}”`, onTake: setMaking }}
        {...(!many && value[0] && { chosen: named(value[0]) })}
        {...(error && { error })}
        {...(autoFocus && { autoFocus })}
      />
      {many && value.length > 0 && (
        <ul aria-label={`${label}: chosen`} className="mt-2 flex flex-wrap gap-2">
          {value.map((slug) => (
            <li key={slug} className="inline-flex items-center gap-1 rounded-full bg-sunken pl-3 text-small">
              {named(slug)}
              <button
                type="button"
                aria-label={`Take out ${named(slug)}`}
                onClick={() => onChange(value.filter((each) => each !== slug))}
                className="min-h-8 min-w-8 rounded-full text-ink-soft hover:text-ink"
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {making !== null && (
        <SkillMaker
          name={making}
          make={lookups.makeSkill}
          onMade={(choice) => {
            choose(choice)
            setMaking(null)
          }}
          onCancel={() => setMaking(null)}
        />
      )}
    </div>
  )
}

interface SkillMakerProps {
  name: string
  make(skill: NewSkill): Promise<Choice>
  onMade(choice: Choice): void
  onCancel(): void
}

function SkillMaker({ name, make, onMade, onCancel }: SkillMakerProps) {
  const id = useId()
  const [skill, setSkill] = useState<NewSkill>({ name, kind: 'technical', definition: '' })
  const [state, setState] = useState<{ busy: boolean; error: string }>({ busy: false, error: '' })

  async function send() {
    if (state.busy) return
    const missing = !skill.name.trim()
      ? 'Enter the name.'
      : !skill.definition.trim()
        ? 'Say what it is in a sentence.'
        : ''
    if (missing) return setState({ busy: false, error: missing })
    setState({ busy: true, error: '' })
    try {
      onMade(await make(skill))
    } catch (fault) {
      setState({ busy: false, error: fault instanceof Error ? fault.message : 'The skill was not made.' })
    }
  }

  const field =
    'mt-1 block min-h-11 w-full rounded-medium border-[1.5px] border-line-strong bg-raised px-3 py-2 text-small'
  return (
    <fieldset
      className="mt-3 rounded-medium bg-sunken p-4"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        event.stopPropagation()
        void send()
      }}
    >
      <legend className="float-left mb-2 text-small font-semibold">A new skill</legend>
      <div className="clear-both grid gap-3">
        <label htmlFor={`${id}-name`} className="text-small">
          Name
          <input
            id={`${id}-name`}
            value={skill.name}
            maxLength={60}
            // biome-ignore lint/a11y/noAutofocus: it was just asked for
            autoFocus
            onChange={({ target }) => setSkill({ ...skill, name: target.value })}
            className={field}
          />
        </label>
        <label htmlFor={`${id}-kind`} className="text-small">
          Kind
          <select
            id={`${id}-kind`}
            value={skill.kind}
            onChange={({ target }) => setSkill({ ...skill, kind: target.value === 'soft' ? 'soft' : 'technical' })}
            className={field}
          >
            <option value="technical">Technical</option>
            <option value="soft">Soft</option>
          </select>
        </label>
        <label htmlFor={`${id}-definition`} className="text-small">
          What it is, in one sentence that a stranger understands
          <input
            id={`${id}-definition`}
            value={skill.definition}
            maxLength={220}
            onChange={({ target }) => setSkill({ ...skill, definition: target.value })}
            className={field}
          />
        </label>
        <p role="alert" className="text-small font-semibold text-error empty:hidden">
          {state.error}
        </p>
        <div className="flex flex-wrap gap-3">
          <button type="button" aria-disabled={state.busy} onClick={send} className={buttonClasses('secondary')}>
            {state.busy ? 'Making it' : 'Make the skill'}
          </button>
          <button type="button" onClick={onCancel} className={buttonClasses('plain')}>
            Leave it
          </button>
        </div>
      </div>
    </fieldset>
  )
}
