import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { pictures } from '#db/schema/picture.ts'
import { audit } from '#features/account/audit-writes.ts'

/** A row of the library. */
export type PictureRow = typeof pictures.$inferSelect

/** What became of a file: a new picture, or the one that it had been before. */
export type AddedPicture = { picture: PictureRow; outcome: 'new' | 'known' | 'brought-back' }

/** Adds a picture whose files are in place, unless there is the same one already. */
export async function addPicture(tx: Tx, userId: string, picture: PictureRow): Promise<AddedPicture> {
  const known = await knownPicture(tx, userId, picture.hash)
  if (known) return known
  await insertPicture(tx, picture)
  await audit(tx, userId, {
    event: 'picture.uploaded',
    subject: 'picture',
    subjectId: picture.id,
    label: picture.name,
    detail: { width: picture.width, height: picture.height, bytes: picture.bytes },
  })
  return { picture, outcome: 'new' }
}

/**
 * The picture that was once made of the same file; brought back if it was archived.
 * @param hash of the file as it was sent
 */
export async function knownPicture(tx: Tx, userId: string, hash: string): Promise<AddedPicture | null> {
  const [picture] = await tx.select().from(pictures).where(eq(pictures.hash, hash))
  if (!picture) return null
  if (!picture.archivedAt) return { picture, outcome: 'known' }
  await unarchivePicture(tx, userId, picture.id)
  return { picture: { ...picture, archivedAt: null }, outcome: 'brought-back' }
}

/** Adds the row of a picture as it is: for an import, which writes its own line into the log. */
export async function insertPicture(tx: Tx, picture: PictureRow): Promise<void> {
  await tx.insert(pictures).values(picture)
}

/** @returns false if there is no such picture */
export async function describePicture(
  tx: Tx,
  userId: string,
  id: string,
  said: { name: string; alt: string },
): Promise<boolean> {
  const [before] = await tx.select().from(pictures).where(eq(pictures.id, id))
  if (!before) return false
  if (before.name === said.name && before.alt === said.alt) return true
  await tx.update(pictures).set(said).where(eq(pictures.id, id))
  await audit(tx, userId, {
    event: 'picture.changed',
    subject: 'picture',
    subjectId: id,
    label: said.name,
    detail: { name: before.name !== said.name, alt: before.alt !== said.alt },
  })
  return true
}

/** Takes a picture out of what editors are offered. Guides that show it go on showing it. @returns false if nothing changed */
export async function archivePicture(tx: Tx, userId: string, id: string, now: Date): Promise<boolean> {
  const [row] = await tx
    .update(pictures)
    .set({ archivedAt: now })
    .where(and(eq(pictures.id, id), isNull(pictures.archivedAt)))
    .returning({ name: pictures.name })
  if (!row) return false
  await audit(tx, userId, { event: 'picture.archived', subject: 'picture', subjectId: id, label: row.name })
  return true
}

/** @returns false if nothing changed */
export async function unarchivePicture(tx: Tx, userId: string, id: string): Promise<boolean> {
  const [row] = await tx
    .update(pictures)
    .set({ archivedAt: null })
    .where(and(eq(pictures.id, id), isNotNull(pictures.archivedAt)))
    .returning({ name: pictures.name })
  if (!row) return false
  await audit(tx, userId, { event: 'picture.unarchived', subject: 'picture', subjectId: id, label: row.name })
  return true
}
