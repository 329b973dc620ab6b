import 'server-only'
import { read } from '#db/client.ts'
import type { Reference } from './draft-references.ts'
import { knownOf } from './known-queries.ts'
import { type KnownWire, toWire } from './known-wire.ts'

/** Which of these things there are, for the linter in a browser. */
export async function knownWireOf(references: readonly Reference[]): Promise<KnownWire> {
  return toWire(await knownOf(read, references), references)
}
