import { read, write } from '#db/client.ts'
import type { guideDrafts } from '#db/schema/guide.ts'
import { GuideConflict } from '#features/guide/guide-writes.ts'
import { ReadingBusy } from '#features/guide/read-apart.ts'
import { lintDraftApart, readDraftApart } from './draft-apart.ts'
import type { DraftContent } from './draft-content.ts'
import { saveDraft } from './draft-writes.ts'
import { knownOf } from './known-queries.ts'
import { countIssues } from './lint-counts.ts'
import { type Companion, markPresence } from './presence-writes.ts'

/** What became of a save; a refusal is a sentence for the editor. */
export type SaveOutcome =
  | { kind: 'saved'; version: number }
  | { kind: 'conflict'; current: typeof guideDrafts.$inferSelect }
  | { kind: 'archived' }
  | { kind: 'gone' }
  | { kind: 'busy'; message: string }
  | { kind: 'refused'; message: string }

/**
 * Saves what an editor typed, if the working copy is still the one that they started from. Parsed and linted before the
 * write door is opened.
 */
export async function saveWorkingCopy(
  id: string,
  baseVersion: number,
  content: DraftContent,
  userId: string,
  now = new Date(),
): Promise<SaveOutcome> {
  try {
    const draft = await readDraftApart(content)
    const counts = countIssues(await lintDraftApart(draft, await knownOf(read, draft.references)))
    const saved = await write((tx) => saveDraft(tx, id, baseVersion, draft, counts, userId, now))
    if (saved.ok) return { kind: 'saved', version: saved.version }
    if (!saved.current) return { kind: 'gone' }
    return saved.current.archivedAt ? { kind: 'archived' } : { kind: 'conflict', current: saved.current }
  } catch (error) {
    if (error instanceof ReadingBusy) return { kind: 'busy', message: error.message }
    if (error instanceof GuideConflict) return { kind: 'refused', message: error.message }
    throw error
  }
}

/** markPresence through the door. */
export function keepPresence(
  presence: Parameters<typeof markPresence>[1],
): Promise<{ others: Companion[]; version: number } | null> {
  return write((tx) => markPresence(tx, presence))
}
