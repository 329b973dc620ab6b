import { and, asc, gte, lt } from 'drizzle-orm'
import { read, write } from '#db/client.ts'
import { authors, type GuideKind, guideDrafts, guides } from '#db/schema/guide.ts'
import { freeSlug, slugFrom } from '#lib/slug.ts'
import { lintDraft, readDraft } from './draft-content.ts'
import { skeletonOf } from './draft-skeleton.ts'
import { createDraft } from './draft-writes.ts'
import { knownOf } from './known-queries.ts'
import { countIssues } from './lint-counts.ts'
import { auditGuide } from './workflow-writes.ts'

/** Begins a guide with the sections of its kind, at an address made of its title. @returns its id */
export async function beginGuide(
  { title, kind }: { title: string; kind: GuideKind },
  byId: string,
  now = new Date(),
): Promise<string> {
  const [author] = await read.select({ slug: authors.slug }).from(authors).orderBy(asc(authors.name)).limit(1)
  const draft = readDraft({
    ...{ slug: await freeAddressFor(title), kind, title, standfirst: '', description: '', author: author?.slug ?? '' },
    ...{ reviewedOn: '', roles: [], skill: null, explore: [], sources: [], body: skeletonOf(kind) },
  })
  const counts = countIssues(lintDraft(draft, await knownOf(read, draft.references)))
  return await write(async (tx) => {
    const id = await createDraft(tx, draft, counts, byId, now)
    await auditGuide(tx, byId, 'guide.created', { id, title }, {}, now)
    return id
  })
}

async function freeAddressFor(title: string): Promise<string> {
  const fallback = 'guide'
  const start = slugFrom(title) || fallback
  const taken = await Promise.all(
    [guideDrafts, guides].map((table) =>
      read
        .select({ slug: table.slug })
        .from(table)
        .where(and(gte(table.slug, start), lt(table.slug, `${start}~`))),
    ),
  )
  return freeSlug(title, new Set(taken.flat().map(({ slug }) => slug)), fallback)
}
