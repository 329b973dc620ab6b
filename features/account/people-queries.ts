import 'server-only'
import { and, asc, count, desc, eq, gt, isNotNull, isNull, max, or, type SQL, sql } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { sessions, type UserRole, users } from '#db/schema/account.ts'
import type { PeopleFilter, PeopleSort } from './people-filter.ts'
import { idleLimit } from './session-rules.ts'

export interface AccountSummary {
  id: string
  name: string
  email: string
  role: UserRole
  createdAt: Date
  suspendedAt: Date | null
  /** How many browsers are signed in. */
  sessions: number
  /** When the one used last was used; null if none is signed in. */
  lastSeenAt: Date | null
}

export const peoplePerPage = 50

/** @returns a page of the accounts that a filter lets through, and how many there are in all */
export async function listPeople(
  filter: PeopleFilter,
  now = new Date(),
): Promise<{ people: AccountSummary[]; total: number }> {
  const where = whereOf(filter)
  const { live, rows } = summaries(now)
  const people = await rows
    .where(where)
    .orderBy(...orderOf(filter.sort, sql`coalesce(${live.seen}, 0)`), asc(users.id))
    .limit(peoplePerPage)
    .offset((filter.page - 1) * peoplePerPage)
  return { people: people.map(summary), total: await read.$count(users, where) }
}

/** @returns an account, and whether it is the only admin's that can sign in; undefined if there is none */
export async function accountById(
  id: string,
  now = new Date(),
): Promise<(AccountSummary & { lastAdmin: boolean }) | undefined> {
  const [row] = await summaries(now).rows.where(eq(users.id, id))
  if (!row) return undefined
  const found = summary(row)
  const active = found.role === 'admin' && found.suspendedAt === null
  const admins = active ? await read.$count(users, and(eq(users.role, 'admin'), isNull(users.suspendedAt))) : 0
  return { ...found, lastAdmin: admins === 1 }
}

function summaries(now: Date) {
  const live = read
    .select({ userId: sessions.userId, open: count().as('open'), seen: max(sessions.lastSeenAt).as('seen') })
    .from(sessions)
    .where(and(gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, new Date(now.getTime() - idleLimit))))
    .groupBy(sessions.userId)
    .as('live')
  const rows = read
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      createdAt: users.createdAt,
      suspendedAt: users.suspendedAt,
      sessions: live.open,
      lastSeenAt: live.seen,
    })
    .from(users)
    .leftJoin(live, eq(live.userId, users.id))
    .$dynamic()
  return { live, rows }
}

const summary = <Row extends { sessions: number | null }>(row: Row) => ({ ...row, sessions: row.sessions ?? 0 })

function whereOf({ search, role, suspended }: PeopleFilter): SQL | undefined {
  return and(
    search ? or(...searchPatterns(search).map(matches)) : undefined,
    role ? eq(users.role, role) : undefined,
    suspended ? isNotNull(users.suspendedAt) : undefined,
  )
}

const matches = (pattern: string) =>
  sql`(lower(${users.name}) like ${pattern} escape '\\' or ${users.email} like ${pattern} escape '\\')`

/** SQLite lowers only A to Z, so a name that begins with Ö is looked for with its capital as well. */
function searchPatterns(search: string): string[] {
  const lower = search.normalize('NFC').toLowerCase()
  const capital = lower.replace(/(?<![\p{L}\p{M}])[^\p{ASCII}]/gu, (letter) => letter.toUpperCase())
  return [...new Set([lower, capital])].map((text) => `%${text.replace(/[\\%_]/g, '\\$&')}%`)
}

function orderOf(sort: PeopleSort, seen: SQL): SQL[] {
  const name = sql`lower(${users.name})`
  const direction = sort.startsWith('-') ? desc : asc
  switch (sort) {
    case 'name':
    case '-name':
      return [direction(name)]
    case 'role':
    case '-role':
      // Admins first, as they are what one looks for here.
      return [direction(sql`case ${users.role} when 'admin' then 0 when 'editor' then 1 else 2 end`), asc(name)]
    case 'since':
    case '-since':
      return [direction(users.createdAt)]
    default:
      return [direction(seen), asc(name)]
  }
}
