import 'server-only'
import { asc, eq, isNull } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { authors, guideDrafts } from '#db/schema/guide.ts'
import { questions, roles, skillAliases, skills } from '#db/schema/taxonomy.ts'
import { levelNames } from '#lib/levels.ts'
import { bestMatches, type Choice, choicesAtMost } from './lookup-match.ts'

export const lookupKinds = ['skill', 'question', 'guide', 'role', 'author'] as const
export type LookupKind = (typeof lookupKinds)[number]

type Named = Choice & { names: string[] }

/**
 * What an editor may choose, as far as a query tells.
 * @param skill whose questions, for questions
 */
export async function lookUp(kind: LookupKind, query: string, skill = ''): Promise<Choice[]> {
  const things = await namedThings(kind, skill)
  return bestMatches(things, query, ({ names }) => names).map(bare)
}

/** What these are called; those that are not there (any more) are left out. */
export async function lookUpValues(kind: LookupKind, values: readonly string[], skill = ''): Promise<Choice[]> {
  const asked = new Set(values)
  const things = await namedThings(kind, skill)
  return things.filter(({ value }) => asked.has(value)).map(bare)
}

const bare = ({ value, label, hint }: Named): Choice => ({ value, label, hint })

async function namedThings(kind: LookupKind, skill: string): Promise<Named[]> {
  switch (kind) {
    case 'skill':
      return await namedSkills()
    case 'question':
      return await namedQuestions(skill)
    case 'guide':
      return await namedGuides()
    case 'role': {
      const rows = await read.select({ slug: roles.slug, name: roles.name }).from(roles).orderBy(asc(roles.name))
      return rows.map(named)
    }
    case 'author': {
      const rows = await read
        .select({ slug: authors.slug, name: authors.name })
        .from(authors)
        .orderBy(asc(authors.name))
      return rows.map(named)
    }
  }
}

const named = ({ slug, name }: { slug: string; name: string }): Named => ({
  value: slug,
  label: name,
  hint: '',
  names: [name, slug],
})

async function namedSkills(): Promise<Named[]> {
  const [rows, aliases] = await Promise.all([
    read
      .select({ id: skills.id, slug: skills.slug, name: skills.name, kind: skills.kind, unfinished: skills.unfinished })
      .from(skills)
      .orderBy(asc(skills.name)),
    read
      .select({ skillId: skillAliases.skillId, alias: skillAliases.alias })
      .from(skillAliases)
      .orderBy(asc(skillAliases.skillId), asc(skillAliases.position)),
  ])
  const byId = new Map<string, string[]>()
  for (const { skillId, alias } of aliases) byId.set(skillId, [...(byId.get(skillId) ?? []), alias])
  return rows.map(({ id, slug, name, kind, unfinished }) => ({
    value: slug,
    label: name,
    hint: unfinished ? `${kind}, not finished` : kind,
    names: [name, slug, ...(byId.get(id) ?? [])],
  }))
}

async function namedQuestions(skill: string): Promise<Named[]> {
  const rows = await read
    .select({ key: questions.key, question: questions.question, level: questions.level })
    .from(questions)
    .innerJoin(skills, eq(skills.id, questions.skillId))
    .where(eq(skills.slug, skill))
    .orderBy(asc(questions.position))
  return rows.slice(0, choicesAtMost).map(({ key, question, level }) => ({
    value: `${skill}/${key}`,
    label: question,
    hint: levelNames[level],
    names: [question, key],
  }))
}

async function namedGuides(): Promise<Named[]> {
  const rows = await read
    .select({ slug: guideDrafts.slug, title: guideDrafts.title, status: guideDrafts.status })
    .from(guideDrafts)
    .where(isNull(guideDrafts.archivedAt))
    .orderBy(asc(guideDrafts.title))
  return rows.map(({ slug, title, status }) => ({
    value: slug,
    label: title || slug,
    hint: status === 'published' ? '' : status,
    names: [title, slug],
  }))
}
