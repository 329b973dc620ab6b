'use client'

import { useState, useSyncExternalStore } from 'react'

const never = () => () => undefined

/** `2026-11-22T09:00` of tomorrow, in the browser's zone. */
function tomorrow(): string {
  const day = new Date(Date.now() + 24 * 60 * 60_000)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T09:00`
}

/** A day and a time in the editor's own zone, sent as UTC. Until a script can tell the zone, what is typed is UTC. */
export function ScheduleField({ error }: { error: string | undefined }) {
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  )
  const [typed, setTyped] = useState(tomorrow)
  const at = new Date(typed)
  return (
    <div>
      <label htmlFor="schedule-at" className="block text-small font-semibold">
        Day and time
      </label>
      <p id="schedule-at-hint" className="mt-0.5 text-small text-ink-soft">
        {zone ? `In your time zone, ${zone.replaceAll('_', ' ')}.` : 'In UTC.'}
      </p>
      {error && (
        <p id="schedule-at-error" className="mt-1 text-small font-semibold text-error">
          {error}
        </p>
      )}
      <input
        id="schedule-at"
        type="datetime-local"
        name={zone ? undefined : 'at'}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'schedule-at-hint schedule-at-error' : 'schedule-at-hint'}
        className="mt-1.5 block min-h-12 rounded-medium border-[1.5px] border-line-strong bg-raised px-3 py-2 text-base"
      />
      {zone && <input type="hidden" name="at" value={Number.isNaN(at.getTime()) ? typed : at.toISOString()} />}
    </div>
  )
}
