import { StaffRefusal } from '#features/account/staff.ts'
import type { ConflictAnswer, PresenceAnswer, SaveAnswer } from './autosave-answers.ts'
import { draftSnapshot, snapshotOf } from './autosave-queries.ts'
import { keepPresence, saveWorkingCopy } from './autosave-writes.ts'
import { presenceSchema, saveSchema } from './draft-schema.ts'

const headers = { 'Cache-Control': 'no-store' }
const gone = () => new StaffRefusal(404, 'This guide is not there any more.')

/** Answers with the working copy as it is now. */
export async function answerDraft(id: string): Promise<Response> {
  const snapshot = await draftSnapshot(id)
  if (!snapshot) throw gone()
  return Response.json(snapshot, { headers })
}

/**
 * Saves what the editor's page sent.
 * @returns 200 with the new version; 409 with what somebody else saved meanwhile
 * @throws StaffRefusal in words for anything else that cannot be saved
 */
export async function answerSave(id: string, sent: unknown, userId: string): Promise<Response> {
  const parsed = saveSchema.safeParse(sent)
  if (!parsed.success) throw new StaffRefusal(400, parsed.error.issues[0]?.message ?? 'This cannot be saved.')
  const outcome = await saveWorkingCopy(id, parsed.data.baseVersion, parsed.data.content, userId)
  switch (outcome.kind) {
    case 'saved':
      return Response.json({ version: outcome.version, savedAt: new Date().toISOString() } satisfies SaveAnswer, {
        headers,
      })
    case 'conflict': {
      const current = await snapshotOf(outcome.current)
      const message = `${current.savedBy ?? 'The site'} saved this guide meanwhile.`
      return Response.json({ message, current } satisfies ConflictAnswer, { status: 409, headers })
    }
    case 'archived':
      throw new StaffRefusal(410, 'This guide was archived meanwhile. Bring it back to go on with it.')
    case 'gone':
      throw gone()
    case 'busy':
      // The editor's page tries again by itself.
      throw new StaffRefusal(429, outcome.message)
    case 'refused':
      throw new StaffRefusal(400, outcome.message)
  }
}

/** Notes that an editor's page is there (or is going), and answers who else has the guide open. */
export async function answerPresence(guideId: string, sent: unknown, userId: string): Promise<Response> {
  const parsed = presenceSchema.safeParse(sent)
  if (!parsed.success) throw new StaffRefusal(400, 'This is no sign of an editor.')
  const { tab, leaving = false } = parsed.data
  const answer = await keepPresence({ guideId, tab, userId, leaving })
  if (!answer) throw gone()
  return Response.json(answer satisfies PresenceAnswer, { headers })
}
