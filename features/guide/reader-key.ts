import { createHmac, randomBytes } from 'node:crypto'
import { addressKey } from '#lib/address.ts'

/** Whom a day's readers are told apart by: a profile, or what every request brings along. */
export type ReaderTrace = { personId: string } | { address: string; userAgent: string }

/** @returns a day's salt: random, known to nobody, and thrown away for the next one */
export const newSalt = (): string => randomBytes(32).toString('base64url')

/** The calendar day in UTC that a moment belongs to. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/**
 * What stands for a reader on one day. Once the salt is gone nothing leads from it back to an address or a profile, nor
 * from one day's reader to the next day's.
 */
export function readerKey(salt: string, trace: ReaderTrace): string {
  const said =
    'personId' in trace ? ['person', trace.personId] : ['stranger', addressKey(trace.address), trace.userAgent]
  return createHmac('sha256', salt).update(JSON.stringify(said)).digest('base64url').slice(0, 22)
}
