import 'server-only'
import { and, asc, desc, eq, gte, inArray, isNull, like, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { type AuditSubject, auditLog, auditSubjects, users } from '#db/schema/account.ts'
import { authors, guideDrafts } from '#db/schema/guide.ts'
import { pictures } from '#db/schema/picture.ts'
import { categories, roles, skills } from '#db/schema/taxonomy.ts'
import { type AuditFilter, type AuditPlace, auditSpan, theSite } from './audit-filter.ts'

export interface AuditRecord {
  id: number
  at: Date
  actorId: string | null
  event: string
  subject: AuditSubject
  subjectId: string
  label: string
  detail: Record<string, string | number | boolean | null>
}

export const auditPerPage = 50

/** @returns entries of the log from a filter's place on, the newest first */
export function auditRecords(filter: AuditFilter, limit: number): Promise<AuditRecord[]> {
  return read.select().from(auditLog).where(whereOf(filter)).orderBy(desc(auditLog.at), desc(auditLog.id)).limit(limit)
}

/** @returns a page of the log, and where the next one begins; null after the last */
export async function auditPage(filter: AuditFilter): Promise<{ records: AuditRecord[]; next: AuditPlace | null }> {
  const found = await auditRecords(filter, auditPerPage + 1)
  const records = found.slice(0, auditPerPage)
  return { records, next: found.length > auditPerPage ? placeOf(records) : null }
}

/** @returns the place after a list of entries */
export function placeOf(records: readonly AuditRecord[]): AuditPlace | null {
  const last = records.at(-1)
  return last ? { at: last.at.getTime(), id: last.id } : null
}

/** @returns the names of accounts by id, as they are now; an account that is gone has none */
export async function namesOf(userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map()
  const rows = await read
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(userIds)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** @returns whoever keeps the site: those by whom the log can be filtered with a choice */
export async function staffNames(): Promise<{ id: string; name: string; email: string }[]> {
  return read
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(ne(users.role, 'member'))
    .orderBy(asc(users.name), asc(users.email))
}

const tables = {
  guide: guideDrafts,
  skill: skills,
  role: roles,
  author: authors,
  category: categories,
  picture: pictures,
  user: users,
} as const

/** @returns which of the things that entries are about are still there, as "kind id" */
export async function stillThere(records: readonly AuditRecord[]): Promise<Set<string>> {
  const kinds = Object.keys(tables) as (keyof typeof tables)[]
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const ids = [...new Set(records.filter(({ subject }) => subject === kind).map(({ subjectId }) => subjectId))]
      if (ids.length === 0) return []
      const { id } = tables[kind]
      const rows = await read.select({ id }).from(tables[kind]).where(inArray(id, ids))
      return rows.map((row) => `${kind} ${row.id}`)
    }),
  )
  return new Set(found.flat())
}

function whereOf({ what, who, id, name, before, ...days }: AuditFilter): SQL | undefined {
  const { from, until } = auditSpan(days)
  return and(
    what ? (what.includes('.') ? eq(auditLog.event, what) : inGroup(what)) : undefined,
    who ? (who === theSite ? isNull(auditLog.actorId) : eq(auditLog.actorId, who)) : undefined,
    // All kinds are named so that the index of things is of use.
    id ? and(inArray(auditLog.subject, auditSubjects), eq(auditLog.subjectId, id)) : undefined,
    name ? called(name) : undefined,
    from ? gte(auditLog.at, from) : undefined,
    until ? lt(auditLog.at, until) : undefined,
    before ? after(before) : undefined,
  )
}

/** With LIKE the log is walked by time until a page is full; a range of events would be sorted as a whole. */
const inGroup = (group: string): SQL => like(auditLog.event, `${group}.%`)

/** Walked by time as well. Not LIKE, whose signs a name may hold. */
const called = (name: string): SQL => sql`instr(lower(${auditLog.label}), lower(${name})) > 0`

/** Said twice, as only the first half can be looked up in an index. */
function after({ at, id }: AuditPlace): SQL | undefined {
  const moment = new Date(at)
  return and(lte(auditLog.at, moment), or(lt(auditLog.at, moment), lt(auditLog.id, id)))
}
