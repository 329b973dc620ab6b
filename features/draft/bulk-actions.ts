'use server'

import { refresh } from 'next/cache'
import { write } from '#db/client.ts'
import { staffAction } from '#features/account/staff.ts'
import { GuideConflict } from '#features/guide/guide-writes.ts'
import { capitalised, counted } from '#lib/format.ts'
import { publishNow, undoArchive } from './publish-writes.ts'
import { titlesOf } from './title-queries.ts'
import { type BulkAction, bulkSchema, undoSchema } from './workflow-schema.ts'
import { archive, type Move, unarchive } from './workflow-writes.ts'

const done: Record<BulkAction, string> = { publish: 'published', archive: 'archived', unarchive: 'brought back' }

/** Does one thing, and hears in words why it cannot be done. */
async function attempt<Result>(work: () => Promise<Result>): Promise<{ result: Result } | { problem: string }> {
  try {
    return { result: await work() }
  } catch (error) {
    if (error instanceof GuideConflict) return { problem: error.message }
    throw error
  }
}

const doing: Record<BulkAction, (move: Move) => Promise<number | null>> = {
  // Nobody can be asked of each block: whoever used one that goes is told.
  publish: (move) => publishNow(move, { note: '', tellings: null }),
  archive: (move) => write((tx) => archive(tx, move)),
  unarchive: async (move) => {
    await write((tx) => unarchive(tx, move))
    return null
  },
}

/**
 * One thing with several guides, each by itself: what cannot be done with one holds up no other.
 * The answer's values hold `problems`, a line for each guide that could not, and `undo` after an archiving.
 */
export const changeSeveral = staffAction('guide.publish', bulkSchema, async ({ guides, what }, user) => {
  const titles = await titlesOf(guides.map(({ guideId }) => guideId))
  const problems: string[] = []
  const undo: string[] = []
  for (const { guideId, version } of guides) {
    const outcome = await attempt(() => doing[what]({ guideId, version, byId: user.id }))
    if ('problem' in outcome) problems.push(`${titles.get(guideId) ?? 'A guide'}: ${outcome.problem}`)
    else undo.push(`${guideId}:${version}:${outcome.result ?? ''}`)
  }
  refresh()
  const message = `${capitalised(counted(undo.length, 'guide'))} ${done[what]}.`
  return {
    status: 'done',
    message:
      problems.length > 0 ? `${message} ${capitalised(counted(problems.length, 'guide'))} could not be:` : message,
    values: { problems: problems.join('\n'), undo: what === 'archive' ? undo.join(' ') : '' },
  }
})

/** Undoes an archiving, with what readers saw of each guide. */
export const undoArchiving = staffAction('guide.publish', undoSchema, async ({ guides }, user) => {
  const titles = await titlesOf(guides.map(({ guideId }) => guideId))
  const problems: string[] = []
  for (const { revision, ...move } of guides) {
    const outcome = await attempt(() => undoArchive({ ...move, byId: user.id }, revision))
    const title = titles.get(move.guideId) ?? 'A guide'
    if ('problem' in outcome) problems.push(`${title}: ${outcome.problem}`)
    else if (revision !== null && !outcome.result)
      problems.push(`${title}: it is back, and not public, as it has errors now.`)
  }
  refresh()
  return {
    status: 'done',
    message: problems.length > 0 ? 'Not everything is as it was:' : 'Everything is as it was.',
    values: { problems: problems.join('\n'), undo: '' },
  }
})
