import { and, eq, inArray } from 'drizzle-orm'
import { type Reader, read } from '#db/client.ts'
import { type RedirectKind, redirects } from '#db/schema/site.ts'

// Not server-only: writes and scripts follow redirects too, inside their transaction.

/**
 * The addresses that things have now, by the ones that were asked for: guides go on naming a skill by what it was called
 * when they were written. What never moved stands for itself, whether it exists or not.
 * @param slugs as they were written; skill/question for questions
 */
export async function currentSlugs(
  db: Reader,
  kind: RedirectKind,
  slugs: readonly string[],
): Promise<Map<string, string>> {
  const asked = [...new Set(slugs)]
  if (asked.length === 0) return new Map()
  const moved = await db
    .select({ slug: redirects.slug, target: redirects.target })
    .from(redirects)
    .where(and(eq(redirects.kind, kind), inArray(redirects.slug, asked)))
  const targets = new Map(moved.map(({ slug, target }) => [slug, target]))
  return new Map(asked.map((slug) => [slug, targets.get(slug) ?? slug]))
}

/**
 * The same for questions: one may have moved by itself, or with its skill.
 * @param refs skill/question
 */
export async function currentQuestions(db: Reader, refs: readonly string[]): Promise<Map<string, string>> {
  const [own, skills] = await Promise.all([
    currentSlugs(db, 'question', refs),
    currentSlugs(
      db,
      'skill',
      refs.map((ref) => ref.split('/', 1)[0] ?? ''),
    ),
  ])
  return new Map(
    refs.map((ref) => {
      const moved = own.get(ref) ?? ref
      if (moved !== ref) return [ref, moved]
      const [skill = '', question = ''] = ref.split('/')
      return [ref, `${skills.get(skill) ?? skill}/${question}`]
    }),
  )
}

/** @returns the slug that something has now, for one that it had before; null if it never had it. */
export async function movedTo(kind: RedirectKind, slug: string): Promise<string | null> {
  const now = (await currentSlugs(read, kind, [slug])).get(slug)
  return now === undefined || now === slug ? null : now
}
