'use client'

import { useEffect, useRef, useState } from 'react'
import { buttonClasses } from '#components/ui/button.tsx'
import { useScripted } from './use-scripted.ts'

interface RowListProps<Row extends { key: string }> {
  rows: readonly Row[]
  onChange(rows: Row[]): void
  /** Called when places have changed hands, so that what was said of a place is not said of another row. */
  onReorder(): void
  /** What a row is called by its buttons. */
  nameOf(row: Row, index: number): string
  /** A new row, or null where rows come from elsewhere. */
  make: ((key: string) => Row) | null
  addLabel?: string
  most: number
  /** Why a row has to stay; null for one that may go. */
  keepReason?(row: Row): string | null
  children(row: Row, index: number): React.ReactNode
}

type Step = 'up' | 'down' | 'remove'

const small =
  'inline-flex min-h-9 min-w-9 items-center justify-center rounded-small px-1.5 text-tiny font-semibold text-accent hover:bg-accent-wash disabled:opacity-40'

/** Rows that can be added, put in another order and taken out, by mouse and by keyboard alike. */
export function RowList<Row extends { key: string }>(props: RowListProps<Row>) {
  const { rows, onChange, onReorder, nameOf, make, addLabel, most, keepReason, children } = props
  const list = useRef<HTMLOListElement>(null)
  const made = useRef(0)
  const [focus, setFocus] = useState<{ key: string; on: Step | 'field' } | null>(null)
  const [removed, setRemoved] = useState<{ row: Row; index: number; name: string } | null>(null)
  const [said, setSaid] = useState('')
  const scripted = useScripted()

  // A row that moves in the page loses the focus, and with it the place of whoever works by keyboard.
  useEffect(() => {
    if (!focus) return
    const row = list.current?.querySelector(`[data-row="${focus.key}"]`)
    const target =
      focus.on === 'field'
        ? row?.querySelector('input:not([type=hidden]), textarea, select')
        : row?.querySelector(`[data-step=${focus.on}]:enabled`)
    const fallback = row?.querySelector('[data-step]:enabled')
    for (const element of [target, fallback]) {
      if (element instanceof HTMLElement) {
        element.focus()
        break
      }
    }
    setFocus(null)
  }, [focus])

  function move(index: number, by: 1 | -1): void {
    const row = rows[index]
    if (!row) return
    onChange(rows.toSpliced(index, 1).toSpliced(index + by, 0, row))
    onReorder()
    setFocus({ key: row.key, on: by === 1 ? 'down' : 'up' })
    setSaid(`${nameOf(row, index)} is now ${index + by + 1} of ${rows.length}.`)
  }

  function remove(index: number): void {
    const row = rows[index]
    if (!row) return
    onChange(rows.toSpliced(index, 1))
    onReorder()
    setRemoved({ row, index, name: nameOf(row, index) })
    const next = rows[index + 1] ?? rows[index - 1]
    if (next) setFocus({ key: next.key, on: 'remove' })
    setSaid('')
  }

  function add(): void {
    if (!make) return
    made.current += 1
    const row = make(`new-${made.current}`)
    onChange([...rows, row])
    setFocus({ key: row.key, on: 'field' })
    setSaid('')
  }

  function putBack(): void {
    if (!removed) return
    onChange(rows.toSpliced(removed.index, 0, removed.row))
    onReorder()
    setFocus({ key: removed.row.key, on: 'field' })
    setRemoved(null)
  }

  return (
    <div>
      <ol ref={list}>
        {rows.map((row, index) => (
          <li key={row.key} data-row={row.key} className="flex flex-wrap items-start gap-x-2 border-t border-line py-2">
            <div className="min-w-0 grow basis-64">{children(row, index)}</div>
            {scripted && (
              <div className="ml-auto flex items-center">
                <button
                  type="button"
                  data-step="up"
                  disabled={index === 0}
                  aria-label={`Move ${nameOf(row, index)} up`}
                  onClick={() => move(index, -1)}
                  className={small}
                >
                  ↑
                </button>
                <button
                  type="button"
                  data-step="down"
                  disabled={index === rows.length - 1}
                  aria-label={`Move ${nameOf(row, index)} down`}
                  onClick={() => move(index, 1)}
                  className={small}
                >
                  ↓
                </button>
                {keepReason?.(row) ? null : (
                  <button
                    type="button"
                    data-step="remove"
                    aria-label={`Remove ${nameOf(row, index)}`}
                    onClick={() => remove(index)}
                    className={small}
                  >
                    Remove
                  </button>
                )}
              </div>
            )}
            {keepReason?.(row) && <p className="basis-full text-tiny text-ink-soft">{keepReason(row)}</p>}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-x-4 border-t border-line">
        {scripted && make && rows.length < most && (
          <button type="button" onClick={add} className={buttonClasses('plain')}>
            {addLabel}
          </button>
        )}
        <p role="status" className="text-tiny text-ink-soft">
          {removed ? `${removed.name} is taken out. ` : said}
          {removed && (
            <button type="button" onClick={putBack} className="min-h-9 font-semibold text-accent underline">
              Put it back
            </button>
          )}
        </p>
      </div>
    </div>
  )
}
