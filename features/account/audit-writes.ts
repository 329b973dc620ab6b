import { type Tx, write } from '#db/client.ts'
import { type AuditSubject, auditLog } from '#db/schema/account.ts'
import type { AuditEvent } from './audit-events.ts'

export interface AuditEntry {
  event: AuditEvent
  subject: AuditSubject
  subjectId: string
  /** What the thing is called: a title or a name. Leave it out for people, whose names the log must not keep. */
  label?: string
  detail?: Record<string, string | number | boolean | null>
}

/**
 * Writes down who did what, in the transaction in which it was done, so that neither is ever there without the other.
 * @param actorId the user; null for what the site does by itself
 */
export async function audit(tx: Tx, actorId: string | null, entry: AuditEntry, at = new Date()): Promise<void> {
  const { event, subject, subjectId, label = '', detail = {} } = entry
  await tx.insert(auditLog).values({ at, actorId, event, subject, subjectId, label, detail })
}

/** Writes down that somebody takes the log away, and which part of it, before the first line leaves. */
export async function recordAuditExport(userId: string, format: string, query: string): Promise<void> {
  const detail = { format, filter: query }
  await write((tx) => audit(tx, userId, { event: 'site.audit-exported', subject: 'site', subjectId: 'site', detail }))
}
