import { and, count, eq, inArray, max } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import {
  authors,
  guideBlockSkills,
  guideBlocks,
  guideRevisions,
  guideRoles,
  guides,
} from '#db/schema/guide.ts'
import { redirects } from '#db/schema/site.ts'
import { questions, roles, skills } from '#db/schema/taxonomy.ts'
import { newId } from '#lib/ids.ts'
import { type Block, readingMinutes } from './guide-body.ts'
import type { GuideInput } from './guide-input.ts'
import { skillsOf } from './guide-lint.ts'
import type { AuthorInput } from './guide-schema.ts'

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
 * Publishes a guide under its slug, new or not: the guide itself, the index of its blocks, and a revision.
 * Parse and lint before you come in; a body with problems is refused.
 * @param note what changed, for readers and editors
 * @returns the id of the guide and the number of the revision
 */
export async function publishGuide(
  tx: Tx,
  input: GuideInput & { note: string },
  now = new Date(),
): Promise<{ id: string; revision: number }> {
  const { slug, front, markdown, body, note } = input
  const [problem] = body.problems
  if (problem) throw new GuideConflict(`Line ${problem.line}: ${problem.message}`)
  const refs = await resolve(tx, input)
  const values = {
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
  const [row] = await tx
    .insert(guides)
    .values({ id: newId(), slug, ...values, publishedAt: now })
    .onConflictDoUpdate({ target: guides.slug, set: values })
    .returning({ id: guides.id })
  if (!row) throw new Error(`The guide ${slug} was not saved`)
  // The address is in use again, so it leads nowhere else any more.
  await tx.delete(redirects).where(and(eq(redirects.kind, 'guide'), eq(redirects.slug, slug)))
  await replaceRoles(tx, row.id, refs.roleIds)
  await replaceBlocks(tx, row.id, body.blocks, refs)
  const revision = await addRevision(tx, row.id, input, note, refs, now)
  return { id: row.id, revision }
}

interface References {
  authorId: string
  roleIds: string[]
  skills: Map<string, { id: string; slug: string; name: string }>
  /** By "skill/question". */
  questions: Map<string, string>
}

async function resolve(tx: Tx, { front, body }: GuideInput): Promise<References> {
  const [author] = await tx.select({ id: authors.id }).from(authors).where(eq(authors.slug, front.author))
  if (!author) throw new GuideConflict(`There is no author "${front.author}".`)
  const slugs = [...new Set([...body.blocks.flatMap(skillsOf), ...(front.skill ? [front.skill] : [])])]
  const skillRows = await tx
    .select({ id: skills.id, slug: skills.slug, name: skills.name })
    .from(skills)
    .where(inArray(skills.slug, slugs))
  const bySlug = new Map(skillRows.map((row) => [row.slug, row]))
  const missing = slugs.find((slug) => !bySlug.has(slug))
  if (missing) throw new GuideConflict(`There is no skill "${missing}".`)
  const roleRows = await tx
    .select({ id: roles.id, slug: roles.slug })
    .from(roles)
    .where(inArray(roles.slug, front.roles))
  const roleIds = front.roles.map((slug) => {
    const role = roleRows.find((row) => row.slug === slug)
    if (!role) throw new GuideConflict(`There is no role "${slug}".`)
    return role.id
  })
  const questionRows = await tx
    .select({ id: questions.id, key: questions.key, skill: skills.slug })
    .from(questions)
    .innerJoin(skills, eq(skills.id, questions.skillId))
    .where(inArray(skills.slug, slugs))
  return {
    authorId: author.id,
    roleIds,
    skills: bySlug,
    questions: new Map(questionRows.map(({ id, key, skill }) => [`${skill}/${key}`, id])),
  }
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
    skillsOf(block).map((slug) => ({ guideId, key: block.key, skillId: refs.skills.get(slug)?.id ?? '' })),
  )
  if (about.length > 0) await tx.insert(guideBlockSkills).values(about)
}

function questionId({ skill, question }: Extract<Block, { kind: 'question' }>, refs: References): string {
  const id = refs.questions.get(`${skill}/${question}`)
  if (!id) throw new GuideConflict(`The skill "${skill}" has no question "${question}".`)
  return id
}

async function addRevision(
  tx: Tx,
  guideId: string,
  { front, markdown, body }: GuideInput,
  note: string,
  refs: References,
  now: Date,
): Promise<number> {
  const [last] = await tx
    .select({ number: max(guideRevisions.number) })
    .from(guideRevisions)
    .where(eq(guideRevisions.guideId, guideId))
  const number = (last?.number ?? 0) + 1
  const spokenOf = body.blocks.flatMap((block) => {
    const skill = block.kind === 'skill' && refs.skills.get(block.ref)
    return skill ? [{ slug: skill.slug, name: skill.name }] : []
  })
  await tx.insert(guideRevisions).values({
    id: newId(),
    guideId,
    number,
    title: front.title,
    body: markdown,
    skills: spokenOf,
    note,
    createdAt: now,
  })
  return number
}

/**
 * Gives a guide another address. The old one, and every one before it, leads to the new one from now on.
 * Links in the bodies of other guides still name the old address; the redirect serves them.
 */
export async function renameGuide(tx: Tx, from: string, to: string): Promise<void> {
  if (from === to) return
  const [taken] = await tx.select({ rows: count() }).from(guides).where(eq(guides.slug, to))
  if (taken && taken.rows > 0) throw new GuideConflict(`Another guide already has the address "${to}".`)
  const renamed = await tx.update(guides).set({ slug: to }).where(eq(guides.slug, from)).returning({ id: guides.id })
  if (renamed.length === 0) throw new GuideConflict(`There is no guide "${from}".`)
  await tx.delete(redirects).where(and(eq(redirects.kind, 'guide'), eq(redirects.slug, to)))
  await tx
    .update(redirects)
    .set({ target: to })
    .where(and(eq(redirects.kind, 'guide'), eq(redirects.target, from)))
  await tx
    .insert(redirects)
    .values({ kind: 'guide', slug: from, target: to })
    .onConflictDoUpdate({ target: [redirects.kind, redirects.slug], set: { target: to } })
}
