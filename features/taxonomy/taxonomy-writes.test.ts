import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { contentVersion, read, write } from '#db/client.ts'
import { authors, guideBlocks, guideDrafts, guides } from '#db/schema/guide.ts'
import {
  practiceSteps,
  questions,
  relatedSkills,
  roleSkills,
  roles,
  skillAliases,
  skillStatements,
  skills,
} from '#db/schema/taxonomy.ts'
import { testDatabase } from '#db/testing.ts'
import type { RoleInput, SkillInput } from './taxonomy-schema.ts'
import { saveRole, saveSkill, saveSkills } from './taxonomy-writes.ts'

afterAll(testDatabase())

const statements = (level: string) => [`You can ${level} one thing.`, `You can ${level} another.`]

function skill(slug: string, changes: Partial<SkillInput> = {}): SkillInput {
  return {
    slug,
    name: `Skill ${slug}`,
    kind: 'technical',
    definition: 'A definition.',
    aliases: [slug.toUpperCase(), `${slug} language`],
    levels: {
      awareness: statements('name'),
      working: statements('use'),
      practitioner: statements('choose'),
      expert: statements('plan'),
    },
    related: [],
    steps: [
      { id: 'first', title: 'First', reaches: 1, hours: 2, body: 'Do it.', done: 'it is done' },
      { id: 'second', title: 'Second', reaches: 2, hours: 3, body: 'Do it.', done: 'it is done' },
    ],
    questions: ['one', 'two', 'three'].map((id) => ({
      id,
      kind: 'technical' as const,
      level: 2 as const,
      question: `Question ${id}?`,
      why: 'Why.',
      strong: 'Strong.',
      weak: 'Weak.',
    })),
    ...changes,
  }
}

beforeEach(() =>
  write(async (tx) => {
    await tx.delete(guides)
    await tx.delete(guideDrafts)
    await tx.delete(authors)
    await tx.delete(roles)
    await tx.delete(skills)
  }),
)

/** The same under another id. */
const as =
  (id: string) =>
  <Item extends { id: string }>(item: Item): Item => ({ ...item, id })

const questionIds = async () =>
  Object.fromEntries(
    (await read.select().from(questions).orderBy(asc(questions.position))).map(({ key, id }) => [key, id]),
  )

describe('saveSkill', () => {
  test('keeps everything that was given, in its order', async () => {
    await write((tx) => saveSkills(tx, [skill('sql', { related: ['git'] }), skill('git', { related: ['sql'] })]))
    const [sql] = await read.select().from(skills).where(eq(skills.slug, 'sql'))
    expect(sql).toMatchObject({ name: 'Skill sql', kind: 'technical', definition: 'A definition.' })
    const id = sql?.id ?? ''
    const texts = await read
      .select()
      .from(skillStatements)
      .where(eq(skillStatements.skillId, id))
      .orderBy(asc(skillStatements.level), asc(skillStatements.position))
    expect(texts.map(({ level, text }) => `${level} ${text}`)).toEqual([
      '1 You can name one thing.',
      '1 You can name another.',
      '2 You can use one thing.',
      '2 You can use another.',
      '3 You can choose one thing.',
      '3 You can choose another.',
      '4 You can plan one thing.',
      '4 You can plan another.',
    ])
    const aliases = await read.select().from(skillAliases).where(eq(skillAliases.skillId, id))
    expect(aliases.map(({ key, alias }) => [key, alias])).toEqual([
      ['sql', 'SQL'],
      ['sql language', 'sql language'],
    ])
    const steps = await read.select().from(practiceSteps).where(eq(practiceSteps.skillId, id))
    expect(steps.map(({ key, reaches, doneMeans }) => [key, reaches, doneMeans])).toEqual([
      ['first', 1, 'it is done'],
      ['second', 2, 'it is done'],
    ])
    expect(await read.select().from(relatedSkills)).toHaveLength(2)
  })

  test('saving again changes no id; what was taken out is gone', async () => {
    const first = await write((tx) => saveSkill(tx, skill('sql')))
    const before = await questionIds()
    const [step] = await read.select().from(practiceSteps).where(eq(practiceSteps.key, 'second'))
    const changed = skill('sql', { name: 'Databases', aliases: ['Postgres'] })
    changed.questions = [...changed.questions.slice(1).reverse(), ...changed.questions.slice(0, 1).map(as('four'))]
    const [one, two] = [changed.steps.slice(0, 1), changed.steps.slice(1)]
    changed.steps = [...two.map((each) => ({ ...each, title: 'Better' })), ...one.map(as('third'))]
    const again = await write((tx) => saveSkill(tx, changed))
    expect(again).toBe(first)
    const after = await questionIds()
    expect(Object.keys(after)).toEqual(['three', 'two', 'four'])
    expect([after.two, after.three]).toEqual([before.two, before.three])
    const steps = await read.select().from(practiceSteps).orderBy(asc(practiceSteps.position))
    expect(steps.map(({ key, title }) => [key, title])).toEqual([
      ['second', 'Better'],
      ['third', 'First'],
    ])
    expect(steps[0]?.id).toBe(step?.id)
    expect((await read.select().from(skillAliases)).map(({ key }) => key)).toEqual(['postgres'])
  })

  test('refuses an alias of another skill, whatever its capitals, and keeps nothing', async () => {
    await write((tx) => saveSkill(tx, skill('sql')))
    await expect(write((tx) => saveSkill(tx, skill('git', { aliases: ['Sql'] })))).rejects.toThrow(
      '“SQL” already belongs to the skill “Skill sql”.',
    )
    expect((await read.select().from(skills)).map(({ slug }) => slug)).toEqual(['sql'])
  })

  test('refuses a related skill that does not exist', async () => {
    await expect(write((tx) => saveSkill(tx, skill('sql', { related: ['nothing'] })))).rejects.toThrow(
      /no skill “nothing”/,
    )
  })

  test('does not take a question out of the guide it stands in', async () => {
    await write((tx) => saveSkill(tx, skill('sql')))
    const ids = await questionIds()
    await write(async (tx) => {
      await tx.insert(authors).values({ id: 'a', slug: 'a', name: 'A', title: 'A', bio: 'A' })
      await tx.insert(guideDrafts).values({
        ...{ id: 'g', slug: 'g', kind: 'career', title: 'The guide', standfirst: 's', description: 'd', body: 'b' },
        ...{ sources: [], explore: [], roles: [], author: 'a', reviewedOn: '2026-11-12', version: 1 },
        ...{ status: 'published', reviewNote: '', errors: 0, warnings: 0, words: 1 },
        ...{ createdAt: new Date(), updatedAt: new Date() },
      })
      await tx.insert(guides).values({
        ...{ id: 'g', slug: 'g', kind: 'career', title: 'The guide', standfirst: 's', description: 'd', body: 'b' },
        ...{
          sources: [],
          explore: [],
          authorId: 'a',
          reviewedOn: '2026-11-12',
          readingMinutes: 1,
          publishedAt: new Date(),
        },
      })
      const place = { guideId: 'g', key: 'q', kind: 'question' as const, position: 0, heading: '', anchor: 'q' }
      await tx.insert(guideBlocks).values({ ...place, questionId: ids.one })
    })
    const less = skill('sql')
    less.questions = less.questions.slice(1)
    await expect(write((tx) => saveSkill(tx, less))).rejects.toThrow('“Question one?” stands in the guide “The guide”')
    expect(Object.keys(await questionIds())).toEqual(['one', 'two', 'three'])
  })

  test('raises the content version', async () => {
    const before = contentVersion()
    await write((tx) => saveSkill(tx, skill('sql')))
    expect(contentVersion()).toBeGreaterThan(before)
  })
})

describe('saveRole', () => {
  const role: RoleInput = {
    slug: 'developer',
    name: 'Developer',
    summary: 'Builds.',
    activities: ['coding', 'building', 'order'],
    skills: [
      { skill: 'git', target: 2, weight: 'nice' },
      { skill: 'sql', target: 3, weight: 'must' },
    ],
  }
  beforeEach(() => write((tx) => saveSkills(tx, [skill('sql'), skill('git')])))

  test('keeps what a role asks for, and its id when it is saved again', async () => {
    const first = await write((tx) => saveRole(tx, role))
    const again = await write((tx) =>
      saveRole(tx, { ...role, name: 'Builder', activities: ['order'], skills: [...role.skills].reverse() }),
    )
    expect(again).toBe(first)
    const rows = await read
      .select({ slug: skills.slug, target: roleSkills.target, weight: roleSkills.weight, role: roles.name })
      .from(roleSkills)
      .innerJoin(skills, eq(skills.id, roleSkills.skillId))
      .innerJoin(roles, eq(roles.id, roleSkills.roleId))
      .orderBy(asc(roleSkills.position))
    expect(rows).toEqual([
      { slug: 'sql', target: 3, weight: 'must', role: 'Builder' },
      { slug: 'git', target: 2, weight: 'nice', role: 'Builder' },
    ])
    expect(await read.select({ activities: roles.activities }).from(roles)).toEqual([{ activities: ['order'] }])
  })

  test('refuses a skill that does not exist', async () => {
    const skillsOfRole = [{ skill: 'nothing', target: 1 as const, weight: 'must' as const }]
    await expect(write((tx) => saveRole(tx, { ...role, skills: skillsOfRole }))).rejects.toThrow(/no skill “nothing”/)
  })
})
