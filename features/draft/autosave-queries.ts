import 'server-only'
import { eq } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { users } from '#db/schema/account.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import type { DraftSnapshot } from './autosave-answers.ts'
import { contentOfRow } from './draft-content.ts'
import type { DraftRow } from './draft-writes.ts'

/** @returns the working copy as it is now, or null if there is no such guide */
export async function draftSnapshot(id: string): Promise<DraftSnapshot | null> {
  const [row] = await read.select().from(guideDrafts).where(eq(guideDrafts.id, id))
  return row ? await snapshotOf(row) : null
}

export async function snapshotOf(row: DraftRow): Promise<DraftSnapshot> {
  const [user] = row.updatedById
    ? await read.select({ name: users.name }).from(users).where(eq(users.id, row.updatedById))
    : []
  return {
    version: row.version,
    content: contentOfRow(row),
    savedAt: row.updatedAt.toISOString(),
    savedBy: user?.name ?? null,
  }
}
