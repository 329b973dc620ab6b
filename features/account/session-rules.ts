const minute = 60_000
const day = 24 * 60 * minute

/** A session that nobody used for so long is over. */
export const idleLimit = 30 * day

/** And so is one this old, however much it is used. */
export const ageLimit = 90 * day

/** How exactly the last use of a session is kept: each time it is written, a disk has to turn. */
export const touchInterval = 10 * minute

export interface SessionTimes {
  lastSeenAt: Date
  expiresAt: Date
}

export function isLive({ lastSeenAt, expiresAt }: SessionTimes, now: Date): boolean {
  return now < expiresAt && now.getTime() - lastSeenAt.getTime() < idleLimit
}

export function needsTouch({ lastSeenAt }: SessionTimes, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= touchInterval
}
