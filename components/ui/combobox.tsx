'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { classes } from '../classes.ts'

export interface ComboboxOption {
  value: string
  label: string
  /** Beside the label, small: what kind of thing it is. */
  hint?: string
}

interface ComboboxProps {
  label: string
  hint?: string
  error?: string | undefined
  placeholder?: string
  /** Finds what fits the words typed so far. Asked after a short pause; an empty query asks for the first ones. */
  search(query: string): Promise<ComboboxOption[]>
  onChoose(option: ComboboxOption): void
  /** Offered last, for words that nothing is called by yet. */
  create?: { label(query: string): string; onCreate(query: string): void }
}

const pause = 180

/**
 * Search as you type, then choose one. The pattern is ARIA's combobox with a list: arrows move, Enter chooses, Escape
 * closes. What is chosen goes to `onChoose`, and the field is empty again for the next one.
 */
export function Combobox({ label, hint, error, placeholder, search, onChoose, create }: ComboboxProps) {
  const id = useId()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [options, setOptions] = useState<ComboboxOption[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [active, setActive] = useState(0)
  const latest = useRef(0)

  useEffect(() => {
    if (!open) return
    const turn = ++latest.current
    const timer = setTimeout(() => {
      search(query)
        .then((found) => {
          if (turn !== latest.current) return
          setOptions(found)
          setFailed(false)
          setActive(0)
        })
        .catch(() => {
          if (turn === latest.current) setFailed(true)
        })
    }, pause)
    return () => clearTimeout(timer)
  }, [query, open, search])

  const found = options ?? []
  const canCreate = create !== undefined && query.trim() !== ''
  const count = found.length + (canCreate ? 1 : 0)

  function choose(at: number): void {
    const option = found[at]
    if (option) onChoose(option)
    else if (canCreate) create.onCreate(query.trim())
    else return
    setQuery('')
    setOpen(false)
    setOptions(null)
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) setOpen(true)
      else if (count > 0) setActive((at) => (at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (count > 0) choose(active)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }

  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="relative">
      <label htmlFor={id} className="block text-small font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 text-small text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-small font-semibold text-error">
          {error}
        </p>
      )}
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && count > 0 ? `${id}-${active}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className={classes(
          'mt-1.5 block min-h-11 w-full rounded-medium border-[1.5px] bg-raised px-3 py-1.5 text-small',
          error ? 'border-error' : 'border-line-strong',
        )}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className={classes(
          'absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-medium border border-line bg-raised py-1 shadow-lg',
          !(open && (count > 0 || options !== null || failed)) && 'hidden',
        )}
      >
        {found.map((option, at) => (
          <Option key={option.value} id={`${id}-${at}`} active={at === active} onChoose={() => choose(at)}>
            {option.label}
            {option.hint && <span className="ml-2 text-tiny text-ink-soft">{option.hint}</span>}
          </Option>
        ))}
        {canCreate && (
          <Option id={`${id}-${found.length}`} active={found.length === active} onChoose={() => choose(found.length)}>
            <span className="text-accent">{create.label(query.trim())}</span>
          </Option>
        )}
        {count === 0 && (
          <p className="px-3 py-2 text-ink-soft">{failed ? 'The site does not answer.' : 'Nothing fits.'}</p>
        )}
      </div>
      <p role="status" className="sr-only">
        {open && options !== null && (count === 1 ? 'One thing fits.' : `${count} things fit.`)}
      </p>
    </div>
  )
}

interface OptionProps {
  id: string
  active: boolean
  onChoose(): void
  children: React.ReactNode
}

function Option({ id, active, onChoose, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
    <div
      id={id}
      role="option"
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={classes('cursor-pointer px-3 py-2', active && 'bg-accent-wash')}
    >
      {children}
    </div>
  )
}
