import { createHmac } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { RateLimiterSQLite } from 'rate-limiter-flexible'
import { addressKey } from './address.ts'
import { env } from './env.ts'
import { log } from './log.ts'

interface Limit {
  /** How many are let through in a window, which opens with the first of them. */
  points: number
  seconds: number
  per: 'address' | 'account' | 'account and address' | 'email address'
  counts: string
}

const minute = 60
const hour = 60 * minute

/** Every limit of the site; docs/security.md shows this table. */
export const limits = {
  signInByAccount: { points: 10, seconds: 15 * minute, per: 'account', counts: 'failed sign-ins from new addresses' },
  signInByKnownAddress: {
    points: 10,
    seconds: 15 * minute,
    per: 'account and address',
    counts: 'failed sign-ins from an address that has signed in to the account within 30 days',
  },
  signInByAddress: { points: 50, seconds: 15 * minute, per: 'address', counts: 'sign-ins' },
  signUpByAddress: { points: 60, seconds: hour, per: 'address', counts: 'sign-ups' },
  signUpByEmail: { points: 5, seconds: hour, per: 'email address', counts: 'sign-ups' },
  setUpByAddress: { points: 10, seconds: 15 * minute, per: 'address', counts: 'uses of a first-admin link' },
  joinByAddress: { points: 20, seconds: 15 * minute, per: 'address', counts: 'uses of an invitation' },
  recoveryByAddress: { points: 10, seconds: 15 * minute, per: 'address', counts: 'recovery codes' },
  passwordChangeByAccount: { points: 10, seconds: hour, per: 'account', counts: 'wrong current passwords' },
  ratingByAddress: { points: 3000, seconds: hour, per: 'address', counts: 'ratings' },
  useByAddress: { points: 3000, seconds: hour, per: 'address', counts: 'uses of a guide that its script tells' },
  searchByAddress: {
    points: 6000,
    seconds: 5 * minute,
    per: 'address',
    counts: 'searches, and suggestions while typing',
  },
  feedbackByAddress: { points: 300, seconds: hour, per: 'address', counts: 'answers to "Was this useful?"' },
} as const satisfies Record<string, Limit>

export type Limiter = keyof typeof limits

export type Admission = { ok: true } | { ok: false; retryAfterSeconds: number }

/** How long an address that signed in to an account is remembered as one of its own. */
const knownSeconds = 30 * 24 * hour

interface Store {
  database: Database.Database
  limiters: Record<Limiter, RateLimiterSQLite>
  known: RateLimiterSQLite
}

// The server and Next's bundles are two module graphs in one process; they share the counters.
const key = Symbol.for('guidepost.limits')
const store = globalThis as { [key]?: Store }

/**
 * Counts one more and says whether it is still within the limit.
 * @param value whom it counts for; an address is reduced to its network here
 */
export async function admit(limiter: Limiter, value: string): Promise<Admission> {
  try {
    await opened().limiters[limiter].consume(keyOf(limiter, value))
    return { ok: true }
  } catch (error) {
    const wait = waitOf(error)
    if (wait === undefined) throw error
    return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) }
  }
}

/** Takes one back: for limits that count failures, after what was admitted turned out well. */
export async function forgive(limiter: Limiter, value: string): Promise<void> {
  await opened().limiters[limiter].reward(keyOf(limiter, value))
}

/**
 * Remembers that an address belongs to somebody, so that failures from elsewhere cannot keep that person out.
 * @param subject whose address it is
 */
export async function rememberAddress(subject: string, address: string): Promise<void> {
  await opened().known.set(hidden(`${subject} ${addressKey(address)}`), 1, knownSeconds)
}

/** @returns whether `rememberAddress` was called with these lately. */
export async function isKnownAddress(subject: string, address: string): Promise<boolean> {
  return (await opened().known.get(hidden(`${subject} ${addressKey(address)}`))) !== null
}

/** Deletes what has run out. Called every ten minutes by the process itself. */
export function sweepLimits(now = Date.now()): void {
  opened().database.prepare('DELETE FROM limits WHERE expire < ?').run(now)
}

/** For the end of a process and of a test. */
export function closeLimits(): void {
  store[key]?.database.close()
  delete store[key]
}

/** Told by its shape: a limiter that another module graph opened throws that graph's class. */
function waitOf(error: unknown): number | undefined {
  const isAnswer = typeof error === 'object' && error !== null && 'msBeforeNext' in error
  return isAnswer && typeof error.msBeforeNext === 'number' ? error.msBeforeNext : undefined
}

function keyOf(limiter: Limiter, value: string): string {
  return hidden(limits[limiter].per === 'address' ? addressKey(value) : value)
}

/** The file holds neither addresses nor email addresses, only what recognises them. */
function hidden(value: string): string {
  return createHmac('sha256', env().authSecret).update(`limit:${value}`).digest('base64url').slice(0, 22)
}

function opened(): Store {
  if (store[key]) return store[key]
  const database = openFile(join(env().dataDir, 'limits.db'))
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterSQLite({
      storeClient: database,
      storeType: 'better-sqlite3',
      tableName: 'limits',
      tableCreated: true,
      keyPrefix,
      points,
      duration,
    })
  store[key] = {
    database,
    limiters: Object.fromEntries(
      Object.entries(limits).map(([name, { points, seconds }]) => [name, limiter(name, points, seconds)]),
    ) as Record<Limiter, RateLimiterSQLite>,
    known: limiter('known', 1, knownSeconds),
  }
  // The library's own timer lets a failed sweep end the process.
  setInterval(() => trySweep(), 10 * minute * 1000).unref()
  return store[key]
}

function trySweep(): void {
  if (!store[key]) return
  try {
    sweepLimits()
  } catch (err) {
    // Rows that have run out count for nothing, and the next sweep takes them; but somebody should know.
    log().warn({ err }, 'the limits were not swept')
  }
}

/** Counters may be lost with the power, but never hold anybody up: no fsync, and a damaged file is started anew. */
function openFile(file: string): Database.Database {
  mkdirSync(env().dataDir, { recursive: true })
  try {
    return prepared(file)
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : ''
    if (!code.startsWith('SQLITE_NOTADB') && !code.startsWith('SQLITE_CORRUPT')) throw error
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
    return prepared(file)
  }
}

function prepared(file: string): Database.Database {
  const database = new Database(file, { timeout: 2000 })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = OFF')
    database.exec('CREATE TABLE IF NOT EXISTS limits (key TEXT PRIMARY KEY, points INTEGER NOT NULL, expire INTEGER)')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
