import { and, eq, ne, or } from 'drizzle-orm'
import { read, write } from '#db/client.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import { lintDraftApart, readDraftApart } from './draft-apart.ts'
import { contentOfRow, type DraftContent, type ReadDraft } from './draft-content.ts'
import { type DraftRow, type LintCounts, replaceReferences } from './draft-writes.ts'
import { knownOf } from './known-queries.ts'
import { countIssues } from './lint-counts.ts'

async function rowOf(id: string): Promise<DraftRow | undefined> {
  const [row] = await read.select().from(guideDrafts).where(eq(guideDrafts.id, id))
  return row
}

async function lintedNow(content: DraftContent): Promise<{ draft: ReadDraft; counts: LintCounts }> {
  const draft = await readDraftApart(content)
  return { draft, counts: countIssues(await lintDraftApart(draft, await knownOf(read, draft.references))) }
}

/**
 * Looks at a working copy again, after something that it names has changed. Its text has not, so neither has its version.
 * @returns whether there is something else to say of it than before
 */
export async function relint(id: string): Promise<boolean> {
  const row = await rowOf(id)
  if (!row) return false
  const { counts } = await lintedNow(contentOfRow(row))
  if (counts.errors === row.errors && counts.warnings === row.warnings) return false
  const changed = await write((tx) =>
    tx
      .update(guideDrafts)
      .set(counts)
      // Whoever saved meanwhile has linted as well.
      .where(
        and(
          eq(guideDrafts.id, id),
          eq(guideDrafts.version, row.version),
          or(ne(guideDrafts.errors, counts.errors), ne(guideDrafts.warnings, counts.warnings)),
        ),
      )
      .returning({ id: guideDrafts.id }),
  )
  return changed.length > 0
}

/**
 * Reads the working copies that a migration made, which counts no words, finds no references and does not lint. Done once,
 * since no guide that was read is without a word.
 */
export async function indexDrafts(): Promise<number> {
  const rows = await read.select({ id: guideDrafts.id }).from(guideDrafts).where(eq(guideDrafts.words, 0))
  let indexed = 0
  for (const { id } of rows) {
    const row = await rowOf(id)
    if (!row || row.body.trim() === '') continue
    const { draft, counts } = await lintedNow(contentOfRow(row))
    await write(async (tx) => {
      await tx
        .update(guideDrafts)
        .set({ ...counts, words: draft.body.words })
        .where(and(eq(guideDrafts.id, id), eq(guideDrafts.version, row.version)))
      await replaceReferences(tx, id, draft)
    })
    indexed += 1
  }
  return indexed
}
