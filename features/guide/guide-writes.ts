import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { authors, guideBlockSkills, guideBlocks, guideRoles, guides } from '#db/schema/guide.ts'
import { guideTexts } from '#db/schema/search.ts'
import { redirects } from '#db/schema/site.ts'
import { questions, roles, skills } from '#db/schema/taxonomy.ts'
import { currentQuestions, currentSlugs } from '#features/taxonomy/redirect-queries.ts'
import { newId } from '#lib/ids.ts'
import { quoted } from '#lib/quotation.ts'
import { type Block, type GuideBody, readingMinutes } from './guide-body.ts'
import type { GuideInput } from './guide-input.ts'
import { skillsOf } from './guide-lint.ts'
import type { AuthorInput } from './guide-schema.ts'
import { sectionTexts } from './guide-text.ts'

/** Something that a guide refers to does not exist, or its address is taken; the message is for an editor. */
export class GuideConflict extends Error {}

/** Saves an author under the slug, new or not. @returns the id of the author */
export async function saveAuthor(tx: Tx, { slug, name, title, bio }: AuthorInput): Promise<string> {
  const values = { name, title, bio }
  const [row] = await tx
    .insert(authors)
    .values({ id: newId(), slug, ...values })
    .onConflictDoUpdate({ target: authors.slug, set: values })
    .returning({ id: authors.id })
  if (!row) throw new Error(`The author ${slug} was not saved`)
  return row.id
}

/**
 * Makes a guide what readers see from now on: the guide itself and the index of its blocks, under the id of its working
 * copy. Parse and lint before you come in; a body with problems is refused.
 * @returns the skills that it speaks of, for the revision that goes with each publish
 */
export async function publishGuide(
  tx: Tx,
  id: string,
  input: GuideInput,
  now = new Date(),
): Promise<{ slug: string; name: string }[]> {
  const { slug, front, markdown, body } = input
  const [problem] = body.problems
  if (problem) throw new GuideConflict(`Line ${problem.line}: ${problem.message}`)
  const refs = await resolve(tx, input)
  const values = {
    slug,
    kind: front.kind,
    title: front.title,
    standfirst: front.standfirst,
    description: front.description,
    body: markdown,
    sources: front.sources,
    explore: front.explore,
    authorId: refs.authorId,
    skillId: front.skill ? (refs.skills.get(front.skill)?.id ?? null) : null,
    reviewedOn: front.reviewed,
    readingMinutes: readingMinutes(body.words),
  }
  await tx
    .insert(guides)
    .values({ id, ...values, publishedAt: now })
    .onConflictDoUpdate({ target: guides.id, set: values })
  // The address is in use again, so it leads nowhere else any more.
  await tx.delete(redirects).where(and(eq(redirects.kind, 'guide'), eq(redirects.slug, slug)))
  await replaceRoles(tx, id, refs.roleIds)
  await replaceBlocks(tx, id, body.blocks, refs)
  await saveText(tx, id, body)
  return body.blocks.flatMap((block) => {
    const skill = block.kind === 'skill' && refs.skills.get(block.ref)
    return skill ? [{ slug: skill.slug, name: skill.name }] : []
  })
}

interface References {
  authorId: string
  roleIds: string[]
  /** By the slug that the guide uses. */
  skills: Map<string, { id: string; slug: string; name: string }>
  /** By "skill/question", as the guide has it. */
  questions: Map<string, string>
}

/** Finds everything that a guide names, by the names that it uses, which may be older than those of today. */
async function resolve(tx: Tx, { front, body }: GuideInput): Promise<References> {
  const authorSlug = (await currentSlugs(tx, 'author', [front.author])).get(front.author) ?? front.author
  const [author] = await tx.select({ id: authors.id }).from(authors).where(eq(authors.slug, authorSlug))
  if (!author) throw new GuideConflict(`There is no author ${quoted(front.author)}.`)
  return {
    authorId: author.id,
    roleIds: await rolesNamed(tx, front.roles),
    skills: await skillsNamed(tx, [...body.blocks.flatMap(skillsOf), ...(front.skill ? [front.skill] : [])]),
    questions: await questionsNamed(
      tx,
      body.blocks.flatMap((block) => (block.kind === 'question' ? `${block.skill}/${block.question}` : [])),
    ),
  }
}

async function rolesNamed(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const current = await currentSlugs(tx, 'role', slugs)
  const rows = await tx
    .select({ id: roles.id, slug: roles.slug })
    .from(roles)
    .where(inArray(roles.slug, [...current.values()]))
  const ids = slugs.map((slug) => {
    const role = rows.find((row) => row.slug === current.get(slug))
    if (!role) throw new GuideConflict(`There is no role ${quoted(slug)}.`)
    return role.id
  })
  return [...new Set(ids)]
}

async function skillsNamed(tx: Tx, slugs: readonly string[]): Promise<References['skills']> {
  const current = await currentSlugs(tx, 'skill', slugs)
  const rows = await tx
    .select({ id: skills.id, slug: skills.slug, name: skills.name })
    .from(skills)
    .where(inArray(skills.slug, [...current.values()]))
  return new Map(
    [...current].map(([asked, now]) => {
      const skill = rows.find(({ slug }) => slug === now)
      if (!skill) throw new GuideConflict(`There is no skill ${quoted(asked)}.`)
      return [asked, skill]
    }),
  )
}

async function questionsNamed(tx: Tx, refs: readonly string[]): Promise<References['questions']> {
  const current = await currentQuestions(tx, refs)
  const rows = await tx
    .select({ id: questions.id, key: questions.key, skill: skills.slug })
    .from(questions)
    .innerJoin(skills, eq(skills.id, questions.skillId))
    .where(inArray(skills.slug, [...new Set([...current.values()].map((ref) => ref.split('/', 1)[0] ?? ''))]))
  const ids = new Map(rows.map(({ id, key, skill }) => [`${skill}/${key}`, id]))
  return new Map(
    [...current].flatMap(([asked, now]) => {
      const id = ids.get(now)
      return id ? [[asked, id] as const] : []
    }),
  )
}

/** Writes down what a public guide says, for the search. */
export async function saveText(tx: Tx, guideId: string, body: GuideBody): Promise<void> {
  const values = { sections: sectionTexts(body) }
  await tx
    .insert(guideTexts)
    .values({ guideId, ...values })
    .onConflictDoUpdate({ target: guideTexts.guideId, set: values })
}

async function replaceRoles(tx: Tx, guideId: string, roleIds: string[]): Promise<void> {
  await tx.delete(guideRoles).where(eq(guideRoles.guideId, guideId))
  if (roleIds.length === 0) return
  await tx.insert(guideRoles).values(roleIds.map((roleId, position) => ({ guideId, roleId, position })))
}

async function replaceBlocks(tx: Tx, guideId: string, blocks: Block[], refs: References): Promise<void> {
  await tx.delete(guideBlockSkills).where(eq(guideBlockSkills.guideId, guideId))
  await tx.delete(guideBlocks).where(eq(guideBlocks.guideId, guideId))
  if (blocks.length === 0) return
  await tx.insert(guideBlocks).values(
    blocks.map((block, position) => ({
      guideId,
      key: block.key,
      kind: block.kind,
      position,
      heading: block.heading,
      anchor: block.anchor,
      hours: block.kind === 'step' ? block.hours : null,
      doneMeans: block.kind === 'step' ? block.done : null,
      questionId: block.kind === 'question' ? questionId(block, refs) : null,
    })),
  )
  const about = blocks.flatMap((block) =>
    // Two names of one skill, since a merge, are one.
    [...new Set(skillsOf(block).map((slug) => refs.skills.get(slug)?.id ?? ''))].map((skillId) => ({
      guideId,
      key: block.key,
      skillId,
    })),
  )
  if (about.length > 0) await tx.insert(guideBlockSkills).values(about)
}

function questionId({ skill, question }: Extract<Block, { kind: 'question' }>, refs: References): string {
  const id = refs.questions.get(`${skill}/${question}`)
  if (!id) throw new GuideConflict(`The skill ${quoted(skill)} has no question ${quoted(question)}.`)
  return id
}
