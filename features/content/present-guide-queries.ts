import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { guideBlocks, guideDrafts, guideRevisions, guides } from '#db/schema/guide.ts'
import { questions, skills } from '#db/schema/taxonomy.ts'
import { contentOfRow, type DraftContent, sameContent } from '#features/draft/same-content.ts'
import type { DraftThing, GuideThing } from './content-types.ts'
import { asPublished } from './thing-files.ts'

/** A guide of the site: what readers see of it, and the working copy where that says something else. */
export interface PresentGuide {
  id: string
  /** Where its file stands: the address that readers know, or that of the working copy. */
  slug: string
  public: GuideThing | null
  draft: DraftThing | null
  /** The working copy, whether readers see it or not. */
  working: DraftContent
}

/** Every guide, in the order of the address. */
export async function presentGuides(db: Reader): Promise<PresentGuide[]> {
  const rows = await db.select().from(guideDrafts).orderBy(asc(guideDrafts.slug))
  const published = await publishedContents(db)
  return rows.map((row): PresentGuide => {
    const working = contentOfRow(row)
    const seen = published.get(row.id)
    if (!seen) {
      const draft = { slug: row.slug, content: working, public: null, archived: row.archivedAt }
      return { id: row.id, slug: row.slug, public: null, draft, working }
    }
    const content = { ...(seen.content ?? working), slug: seen.slug }
    const differs = !sameContent(content, working) || row.archivedAt !== null
    const moved = row.slug === seen.slug ? null : seen.slug
    return {
      id: row.id,
      slug: seen.slug,
      public: { slug: seen.slug, content: asPublished(content), published: seen.publishedAt },
      draft: differs ? { slug: row.slug, content: working, public: moved, archived: row.archivedAt } : null,
      working,
    }
  })
}

/** What readers see of each guide, in the words of whoever published it: a revision names things as was done then. */
async function publishedContents(db: Reader) {
  const rows = await db
    .select({
      id: guides.id,
      slug: guides.slug,
      publishedAt: guides.publishedAt,
      title: guideRevisions.title,
      body: guideRevisions.body,
      front: guideRevisions.front,
    })
    .from(guides)
    .innerJoin(guideDrafts, eq(guideDrafts.id, guides.id))
    .leftJoin(
      guideRevisions,
      and(eq(guideRevisions.guideId, guides.id), eq(guideRevisions.number, guideDrafts.publishedRevision)),
    )
  return new Map(
    rows.map(({ id, slug, publishedAt, title, body, front }) => {
      const content = front && title !== null && body !== null ? contentOfRow({ ...front, title, body }) : null
      return [id, { slug, publishedAt, content }]
    }),
  )
}

/** A question that a public guide shows. */
export interface AskedQuestion {
  skill: string
  question: string
  guideId: string
  guide: string
}

export async function askedQuestions(db: Reader): Promise<AskedQuestion[]> {
  return await db
    .select({ skill: skills.slug, question: questions.key, guideId: guides.id, guide: guides.title })
    .from(guideBlocks)
    .innerJoin(guides, eq(guides.id, guideBlocks.guideId))
    .innerJoin(questions, eq(questions.id, guideBlocks.questionId))
    .innerJoin(skills, eq(skills.id, questions.skillId))
    .where(isNotNull(guideBlocks.questionId))
}
