import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Tx, write } from '#db/client.ts'
import { assessmentDrafts, assessments, draftAnswers } from '#db/schema/assessment.ts'
import { persons, ratings } from '#db/schema/profile.ts'
import { blockUses, personNotices } from '#db/schema/reading.ts'
import { env } from '#lib/env.ts'
import { hashToken, newId, newToken } from '#lib/ids.ts'
import { recoveryCode, recoveryHash } from './recovery-code.ts'

/** @returns the new guest, and the token that its cookie carries and nobody keeps */
export async function createGuest(tx: Tx, now: Date): Promise<{ personId: string; token: string }> {
  const personId = newId()
  const token = newToken()
  await tx.insert(persons).values({
    id: personId,
    guestHash: hashToken(token),
    recoveryHash: recoveryHash(recoveryCode(personId, env().authSecret)),
    createdAt: now,
  })
  return { personId, token }
}

/** createGuest through the door, for where there is no transaction yet. */
export function addGuest(now: Date) {
  return write((tx) => createGuest(tx, now))
}

export async function createUserPerson(tx: Tx, userId: string, now: Date): Promise<string> {
  const id = newId()
  await tx.insert(persons).values({ id, userId, createdAt: now })
  return id
}

/** @returns the id of a user's person, which is made if there is none */
export async function personOfUser(tx: Tx, userId: string, now: Date): Promise<string> {
  const rows = await tx.select({ id: persons.id }).from(persons).where(eq(persons.userId, userId))
  return rows[0]?.id ?? (await createUserPerson(tx, userId, now))
}

/** personOfUser through the door. */
export function addUserPerson(userId: string, now: Date) {
  return write((tx) => personOfUser(tx, userId, now))
}

/**
 * Turns a guest into the person of a user who has none yet. Everything stays where it is; the guest's keys are gone.
 * @throws Error if there is no such guest
 */
export async function claimGuest(tx: Tx, guestPersonId: string, userId: string): Promise<void> {
  const claimed = await tx
    .update(persons)
    .set({ userId, guestHash: null, recoveryHash: null })
    .where(and(eq(persons.id, guestPersonId), isNull(persons.userId)))
    .returning({ id: persons.id })
  if (claimed.length === 0) throw new Error('Only a guest can be claimed')
}

/** @returns the guest whose cookie carries the token with this hash */
export async function guestOfHash(tx: Tx, hash: string): Promise<string | undefined> {
  const rows = await tx.select({ id: persons.id }).from(persons).where(eq(persons.guestHash, hash))
  return rows[0]?.id
}

/** @returns the guest that a recovery code belongs to */
export async function guestOfRecoveryHash(tx: Tx, hash: string): Promise<string | undefined> {
  const rows = await tx.select({ id: persons.id }).from(persons).where(eq(persons.recoveryHash, hash))
  return rows[0]?.id
}

/** Gives a guest a new cookie's token; the old cookie opens nothing any more. */
export async function renewGuestToken(tx: Tx, guestPersonId: string): Promise<string> {
  const token = newToken()
  await tx
    .update(persons)
    .set({ guestHash: hashToken(token) })
    .where(eq(persons.id, guestPersonId))
  return token
}

/**
 * Moves everything that a guest did to another person and deletes the guest. Nothing is lost: ratings, assessments and
 * notices keep their moments, and of two drafts for one role the newer answer to each skill counts.
 * @throws Error if the first is no guest, or both are the same
 */
export async function mergePersons(tx: Tx, fromPersonId: string, intoPersonId: string): Promise<void> {
  const rows = await tx
    .select({ id: persons.id, userId: persons.userId })
    .from(persons)
    .where(inArray(persons.id, [fromPersonId, intoPersonId]))
  const from = rows.find(({ id }) => id === fromPersonId)
  if (rows.length !== 2 || !from || from.userId !== null) throw new Error('Only a guest is merged into somebody else')
  await tx.update(ratings).set({ personId: intoPersonId }).where(eq(ratings.personId, fromPersonId))
  await tx.update(assessments).set({ personId: intoPersonId }).where(eq(assessments.personId, fromPersonId))
  await tx.update(blockUses).set({ personId: intoPersonId }).where(eq(blockUses.personId, fromPersonId))
  await tx.update(personNotices).set({ personId: intoPersonId }).where(eq(personNotices.personId, fromPersonId))
  await mergeDrafts(tx, fromPersonId, intoPersonId)
  await tx.delete(persons).where(eq(persons.id, fromPersonId))
}

async function mergeDrafts(tx: Tx, fromPersonId: string, intoPersonId: string): Promise<void> {
  const drafts = (personId: string) => tx.select().from(assessmentDrafts).where(eq(assessmentDrafts.personId, personId))
  const kept = new Map((await drafts(intoPersonId)).map((draft) => [draft.roleId, draft]))
  for (const draft of await drafts(fromPersonId)) {
    const other = kept.get(draft.roleId)
    if (!other) {
      await tx.update(assessmentDrafts).set({ personId: intoPersonId }).where(eq(assessmentDrafts.id, draft.id))
      continue
    }
    await mergeAnswers(tx, draft.id, other.id)
    if (draft.updatedAt > other.updatedAt) {
      const { updatedAt } = draft
      await tx.update(assessmentDrafts).set({ updatedAt }).where(eq(assessmentDrafts.id, other.id))
    }
    await tx.delete(assessmentDrafts).where(eq(assessmentDrafts.id, draft.id))
  }
}

async function mergeAnswers(tx: Tx, fromDraftId: string, intoDraftId: string): Promise<void> {
  const answers = (draftId: string) => tx.select().from(draftAnswers).where(eq(draftAnswers.draftId, draftId))
  const kept = new Map((await answers(intoDraftId)).map((answer) => [answer.skillId, answer]))
  for (const { skillId, level, answeredAt } of await answers(fromDraftId)) {
    const other = kept.get(skillId)
    if (other && other.answeredAt >= answeredAt) continue
    await tx
      .insert(draftAnswers)
      .values({ draftId: intoDraftId, skillId, level, answeredAt })
      .onConflictDoUpdate({ target: [draftAnswers.draftId, draftAnswers.skillId], set: { level, answeredAt } })
  }
}
