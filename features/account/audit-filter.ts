import { firstParam, wordParam } from '#lib/params.ts'
import { type AuditEvent, auditEvents } from './audit-events.ts'

/** What the events of the log are about, by the word before the dot. */
export const auditGroups = {
  guide: 'Guides',
  skill: 'Skills',
  role: 'Roles',
  author: 'Authors',
  category: 'Categories',
  picture: 'Pictures',
  user: 'People',
  site: 'The site',
} as const

export type AuditGroup = keyof typeof auditGroups

const groupWords = Object.keys(auditGroups) as AuditGroup[]
const eventWords = Object.keys(auditEvents) as AuditEvent[]

export const eventsOf = (group: AuditGroup): AuditEvent[] => eventWords.filter((event) => event.startsWith(`${group}.`))

/** Stands in `who` for what nobody did. */
export const theSite = 'site'

/** A place in the log: the entry that the page before ended with. */
export interface AuditPlace {
  at: number
  id: number
}

/** What the log shows; the address of the page says all of it. */
export interface AuditFilter {
  what: AuditGroup | AuditEvent | null
  /** A user, or `theSite`. */
  who: string | null
  /** Of the thing that it was done to. */
  id: string | null
  /** Part of what the thing was called then. */
  name: string | null
  /** Days in UTC, both included. */
  from: string | null
  to: string | null
  before: AuditPlace | null
}

export const everything: AuditFilter = {
  what: null,
  who: null,
  id: null,
  name: null,
  from: null,
  to: null,
  before: null,
}

type Params = Record<string, string | string[] | undefined>

export function readAuditFilter(params: Params): AuditFilter {
  return {
    what: wordParam(params.what, [...groupWords, ...eventWords]),
    who: shortParam(params.who),
    id: shortParam(params.id),
    name: shortParam(params.name),
    from: dayParam(params.from),
    to: dayParam(params.to),
    before: placeParam(params.before),
  }
}

/** @returns a query with this filter, without what goes without saying */
export function auditQuery(filter: Partial<AuditFilter>): string {
  const { what, who, id, name, from, to, before } = filter
  return new URLSearchParams({
    ...(what && { what }),
    ...(who && { who }),
    ...(id && { id }),
    ...(name && { name }),
    ...(from && { from }),
    ...(to && { to }),
    ...(before && { before: `${before.at}.${before.id}` }),
  }).toString()
}

/** @returns the address of the log with this filter */
export function auditHref(filter: Partial<AuditFilter>): string {
  const query = auditQuery(filter)
  return query ? `/admin/log?${query}` : '/admin/log'
}

/** The moments that the days of a filter begin and end at. */
export function auditSpan({ from, to }: Pick<AuditFilter, 'from' | 'to'>): { from: Date | null; until: Date | null } {
  const until = to && new Date(`${to}T00:00:00Z`)
  if (until) until.setUTCDate(until.getUTCDate() + 1)
  return { from: from ? new Date(`${from}T00:00:00Z`) : null, until: until || null }
}

type Param = Params[string]

function shortParam(value: Param): string | null {
  const given = firstParam(value)?.trim()
  return given && given.length <= 100 ? given : null
}

function dayParam(value: Param): string | null {
  const given = firstParam(value)
  if (!given || !/^\d{4}-\d{2}-\d{2}$/.test(given)) return null
  const time = Date.parse(`${given}T00:00:00Z`)
  // JavaScript makes the second of March of the thirtieth of February, or nothing.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(given) ? given : null
}

function placeParam(value: Param): AuditPlace | null {
  const [, at, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(firstParam(value) ?? '') ?? []
  return at && id ? { at: Number(at), id: Number(id) } : null
}
