'use client'

import { Moment } from '#components/ui/moment.tsx'
import { listed } from '#lib/format.ts'
import type { SaverView } from '../draft-saver.ts'
import type { Companion } from '../presence-writes.ts'

interface SaveLineProps {
  view: SaverView
  others: readonly Companion[]
  retry(): void
}

/** How the work stands, and who else is at it. Told aloud when it changes, but for the coming and going of saves. */
export function SaveLine({ view, others, retry }: SaveLineProps) {
  const { state, base, keptHere } = view
  const trouble = state.kind === 'offline' || state.kind === 'signed-out' || state.kind === 'refused'
  return (
    <div className="text-small">
      <p className={trouble ? 'font-semibold text-error' : 'text-ink-soft'}>
        {state.kind === 'saved' && (
          <>
            Saved, <Moment at={base.savedAt} withTime />
          </>
        )}
        {state.kind === 'unsaved' && 'Typing …'}
        {state.kind === 'saving' && 'Saving …'}
        {state.kind === 'conflict' && 'Waiting for your choice.'}
        {state.kind === 'offline' && 'The site does not answer. It is tried again by itself.'}
        {(state.kind === 'signed-out' || state.kind === 'refused') && state.message}
      </p>
      {trouble && (
        <p className="mt-1 text-ink-soft">
          {keptHere
            ? 'What you typed is kept in this browser meanwhile.'
            : 'This browser has no room to keep it: copy your text before you close the page.'}{' '}
          {state.kind === 'signed-out' && (
            <a href="/sign-in" target="_blank" rel="noopener" className="text-accent underline underline-offset-4">
              Sign in, in a new tab
            </a>
          )}{' '}
          <button type="button" onClick={retry} className="text-accent underline underline-offset-4">
            Try now
          </button>
        </p>
      )}
      <p role="status" className={others.length > 0 ? 'mt-1 font-semibold text-mark-ink' : 'sr-only'}>
        {others.length > 0 && `${capitalisedNames(others)} this guide open, too.`}
      </p>
    </div>
  )
}

function capitalisedNames(others: readonly Companion[]): string {
  const names = [...new Set(others.map(({ name, self }) => (self ? 'another window of yours' : name)))]
  const text = listed(names)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${names.length === 1 ? 'has' : 'have'}`
}
