import { eq } from 'drizzle-orm'
import { read, write } from '#db/client.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import { skills } from '#db/schema/taxonomy.ts'
import { saveAuthor } from '#features/guide/guide-writes.ts'
import { type DraftContent, lintDraft, readDraft } from './draft-content.ts'
import { createDraft, publishDraft, saveDraft } from './draft-writes.ts'
import { knownOf } from './known-queries.ts'
import { countIssues } from './lint-counts.ts'
import type { Move } from './workflow-writes.ts'

// For tests: guides that can be published, and the little that they name.

export const start = new Date('2026-11-22T12:00:00Z')
export const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

const step = (id: string) => `:::step[Do ${id}]{id="${id}" skills="sql" hours="6" done="it is done"}\nText.\n:::\n\n`
const body = (...steps: string[]) => `## Start\n\n${steps.map(step).join('')}Related: :related[hub]\n`

/** A guide without an error, with a step of each name. */
export const publishable = (slug: string, ...steps: string[]): DraftContent => ({
  ...{ slug, kind: 'career', title: `Guide ${slug}`, standfirst: 'Short.', description: 'Short.', author: 'editors' },
  ...{ reviewedOn: '2026-11-12', roles: [], skill: null, explore: [], body: body(...(steps.length ? steps : ['one'])) },
  sources: [{ title: 'T', publisher: 'P', url: 'https://a.b/c', date: '2022' }],
})

/** An author, a skill, and the guide that every other one points to. */
export async function editorsDesk(): Promise<void> {
  await write(async (tx) => {
    await saveAuthor(tx, { slug: 'editors', name: 'Editors', title: 'Editors', bio: 'People.' })
    const sql = { id: 's', slug: 'sql', name: 'SQL', kind: 'technical' as const, definition: 'd', updatedAt: start }
    await tx.insert(skills).values(sql)
    const hub = readDraft(publishable('hub'))
    const id = await createDraft(tx, hub, { errors: 0, warnings: 0 }, null, start)
    await publishDraft(tx, id, hub, { note: '', byId: null }, start)
  })
}

const linted = async (content: DraftContent) => {
  const draft = readDraft(content)
  return { draft, counts: countIssues(lintDraft(draft, await knownOf(read, draft.references))) }
}

/** @returns the id of a new guide, written by ann */
export async function begin(content: DraftContent): Promise<string> {
  const { draft, counts } = await linted(content)
  return await write((tx) => createDraft(tx, draft, counts, 'ann', start))
}

export async function draftOf(id: string) {
  const [row] = await read.select().from(guideDrafts).where(eq(guideDrafts.id, id))
  if (!row) throw new Error(`There is no guide ${id}`)
  return row
}

/** Ann writes on. */
export async function writeOn(id: string, content: DraftContent, now = minutesOn(1)): Promise<void> {
  const { draft, counts } = await linted(content)
  const { version } = await draftOf(id)
  await write((tx) => saveDraft(tx, id, version, draft, counts, 'ann', now))
}

/** What somebody who sees the guide as it is sends. */
export const move = async (id: string, byId = 'ann'): Promise<Move> => ({
  guideId: id,
  version: (await draftOf(id)).version,
  byId,
})
