import type { AuditSubject } from '#db/schema/account.ts'
import { auditEvents } from './audit-events.ts'

const words = new Map<string, string>(Object.entries(auditEvents))

/** What was done, such as "published a guide". An event of a later version is shown as it stands. */
export const eventWords = (event: string): string => words.get(event) ?? event

/** Who did it, as the account is called now. @param names of the accounts that are there still */
export function actorWords(actorId: string | null, names: ReadonlyMap<string, string>): string {
  return actorId === null ? 'The site itself' : (names.get(actorId) ?? 'A former account')
}

/** Which thing it was done to: as it was called then, or for an account as it is called now. */
export function subjectWords(
  { subject, subjectId, label }: { subject: AuditSubject; subjectId: string; label: string },
  names: ReadonlyMap<string, string>,
): string {
  if (subject === 'user') return names.get(subjectId) ?? 'a former account'
  return label
}

/** @returns where the admin keeps a thing, if it has a page of its own; null if not */
export function subjectPath(subject: AuditSubject, subjectId: string): string | null {
  const id = encodeURIComponent(subjectId)
  switch (subject) {
    case 'user':
      return `/admin/people/${id}`
    case 'category':
      return '/admin/categories'
    case 'invitation':
    case 'site':
      return null
    default:
      return `/admin/${subject}s/${id}`
  }
}

/** The small print of an entry, a line for each. */
export function detailWords(detail: Record<string, string | number | boolean | null>): [string, string][] {
  return Object.entries(detail).map(([name, value]) => [
    name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    value === null ? 'none' : value === true ? 'yes' : value === false ? 'no' : String(value),
  ])
}
