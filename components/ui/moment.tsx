'use client'

import { useSyncExternalStore } from 'react'

interface MomentProps {
  /** ISO 8601, UTC. */
  at: string
  withTime?: boolean
}

const never = () => () => undefined

/** A moment in the reader's own zone; in UTC until a script can tell which that is. */
export function Moment({ at, withTime = false }: MomentProps) {
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  )
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(withTime && { hour: '2-digit', minute: '2-digit' }),
    timeZone: zone,
  })
  return (
    <time dateTime={at}>
      {format.format(new Date(at))}
      {withTime && zone === 'UTC' && ' UTC'}
    </time>
  )
}
