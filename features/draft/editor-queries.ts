import 'server-only'
import { eq } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { guideReferences } from '#db/schema/draft.ts'
import { snapshotOf } from './autosave-queries.ts'
import type { GuideEditorProps } from './components/guide-editor.tsx'
import { draftForEditor, listAuthors, listRoleOptions } from './draft-queries.ts'
import type { Reference } from './draft-references.ts'
import { knownWireOf } from './known-wire-queries.ts'
import { lookUpValues } from './lookup-queries.ts'

/** Everything that the page of a guide's editor starts with. @returns null if there is no such guide */
export async function editorProps(id: string, userId: string): Promise<GuideEditorProps | null> {
  const found = await draftForEditor(id, userId)
  if (!found) return null
  const { row, standing } = found
  const [snapshot, known, authors, roles, guides, skills] = await Promise.all([
    snapshotOf(row),
    referencesKept(id).then(knownWireOf),
    listAuthors(),
    listRoleOptions(),
    lookUpValues('guide', row.explore),
    lookUpValues('skill', row.skill ? [row.skill] : []),
  ])
  const names = Object.fromEntries([...guides, ...skills].map(({ value, label }) => [value, label]))
  return { guideId: id, userId, snapshot, standing, known, authors, roles, names }
}

/** What the working copy named when it was saved. */
async function referencesKept(id: string): Promise<Reference[]> {
  return await read
    .select({ kind: guideReferences.kind, target: guideReferences.target })
    .from(guideReferences)
    .where(eq(guideReferences.guideId, id))
}
