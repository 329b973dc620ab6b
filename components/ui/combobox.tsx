'use client'

import { useId, useState } from 'react'
import { classes } from '../classes.ts'
import { controlClasses, FieldFrame } from './field-frame.tsx'
import { type ComboboxOption, useSearch } from './use-search.ts'

export type { ComboboxOption } from './use-search.ts'

interface ComboboxProps {
  label: string
  hint?: string
  error?: string | undefined
  /** Of what is chosen now, while nothing else is typed. */
  chosen?: string
  search(query: string): Promise<ComboboxOption[]>
  onChoose(option: ComboboxOption): void
  /** An offer below what was found, made from what was typed. */
  offer?: { text(query: string): string; onTake(query: string): void }
  autoFocus?: boolean
}

/** A field that finds while somebody types: arrow keys move, Enter chooses, Escape closes the list. */
export function Combobox({ label, hint, error, chosen = '', search, onChoose, offer, autoFocus }: ComboboxProps) {
  const id = useId()
  const [query, setQuery] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const text = (query ?? '').trim()
  const { found, says, isCurrent } = useSearch(isOpen, text, search)
  // Not before the answer: whoever presses Enter early means what there is, and makes nothing new.
  const offers = offer && text && isCurrent && says !== 'Searching'
  const rows = found.length + (offers ? 1 : 0)

  function take(index: number) {
    const choice = found[index]
    if (choice) onChoose(choice)
    else if (offers) offer.onTake(text)
    else return
    setQuery(null)
    setOpen(false)
  }

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((now) => (rows === 0 ? 0 : (now + step + rows) % rows))
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      if (isCurrent) take(active)
    } else if (event.key === 'Escape' && isOpen) {
      // The dialog around it stays open.
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
      setQuery(null)
    }
  }

  const option = (index: number, content: React.ReactNode, key: string) => (
    <div
      key={key}
      id={`${id}-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === active}
      onPointerDown={(event) => {
        event.preventDefault()
        take(index)
      }}
      className={classes('cursor-pointer px-3 py-2 text-small', index === active && 'bg-accent-wash')}
    >
      {content}
    </div>
  )

  return (
    <div className="relative">
      <FieldFrame id={id} label={label} hint={hint} error={error}>
        {(tied) => (
          <input
            {...tied}
            role="combobox"
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the first field of a dialog that was just asked for
            autoFocus={autoFocus}
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && rows > 0 ? `${id}-${active}` : undefined}
            value={query ?? chosen}
            placeholder="Type to search"
            onChange={(event) => {
              setQuery(event.target.value)
              setActive(0)
              setOpen(true)
            }}
            onClick={() => setOpen(true)}
            onBlur={() => {
              setOpen(false)
              setQuery(null)
            }}
            onKeyDown={onKeyDown}
            className={controlClasses({ error }, 'min-h-11 px-3 py-2 text-small')}
          />
        )}
      </FieldFrame>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={!isOpen || rows === 0}
        className="absolute inset-x-0 z-10 mt-1 max-h-64 overflow-y-auto rounded-medium border border-line-strong bg-raised py-1 shadow-lg"
      >
        {found.map(({ value, label: name, hint: more }, index) =>
          option(
            index,
            <>
              {name} {more && <span className="text-tiny text-ink-soft">{more}</span>}
            </>,
            value,
          ),
        )}
        {offers && option(found.length, <strong className="text-accent">{offer.text(text)}</strong>, 'offer')}
      </div>
      <p role="status" className={isOpen && rows === 0 ? 'mt-1 text-tiny text-ink-soft' : 'sr-only'}>
        {isOpen && says}
      </p>
    </div>
  )
}
