import { log } from '#lib/log.ts'
import { requestFacts } from '#lib/request.ts'

/** Everything about accounts that is worth a line in the log; docs/security.md shows this list. */
export const securityEvents = [
  'signed-up',
  'signed-in',
  'sign-in-failed',
  'sign-in-suspended',
  'signed-out',
  'first-admin-made',
  'first-admin-link-refused',
  'password-changed',
  'password-change-failed',
  'name-changed',
  'session-ended',
  'other-sessions-ended',
  'guest-claimed',
  'guest-merged',
  'guest-recovered',
  'recovery-failed',
  'user-invited',
  'invitation-withdrawn',
  'invitation-refused',
  'joined',
  'role-taken',
  'role-changed',
  'user-suspended',
  'user-unsuspended',
  'user-sessions-ended',
  'audit-exported',
  'limit-reached',
] as const

export type SecurityEvent = (typeof securityEvents)[number]

interface Facts {
  /** The account that it is about. */
  userId?: string
  /** The admin who did it, where it is not the account itself. */
  actorId?: string
  invitationId?: string
  personId?: string
  sessionId?: string
  limiter?: string
}

/** Logs what happened, to whom and in which request. Ids only: nothing that was typed, so nothing secret. */
export async function securityEvent(event: SecurityEvent, facts: Facts = {}): Promise<void> {
  const { reference, address } = await requestFacts()
  log().info({ security: event, reference, address, ...facts }, `security: ${event}`)
}
