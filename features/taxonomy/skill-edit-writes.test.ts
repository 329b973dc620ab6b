import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import * as db from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { currentSlugs } from './redirect-queries.ts'
import { deleteSkill } from './skill-delete-writes.ts'
import { keepSkill } from './skill-edit-writes.ts'
import { type SkillForm, skillFormSchema } from './skill-form-schema.ts'

afterAll(testDatabase())

beforeEach(() =>
  write(async (tx) => {
    await tx.delete(db.persons)
    await tx.delete(db.roles)
    await tx.delete(db.skills)
    await tx.delete(db.redirects)
  }),
)

const two = ['You can do one.', 'You can do two.']
const step = (title: string, reaches: string) => ({
  id: '',
  title,
  reaches,
  hours: '2',
  body: 'Do it.',
  done: 'it is done',
})
const question = (text: string) => ({
  ...{ id: '', kind: 'technical', level: 'working', question: text, why: 'W', strong: 'S', weak: 'W' },
})
const whole = {
  ...{
    name: 'Baking',
    kind: 'technical',
    definition: 'Bakes.',
    aliases: 'bread\n\n rolls, Bread,buns ',
    as: 'whole',
    slug: '',
  },
  levels: { awareness: two, working: two, practitioner: two, expert: two },
  steps: [step('Same title', 'awareness'), step('Same title', 'working')],
  questions: ['One?', 'Two?', 'Two?'].map(question),
}

const errors = (tree: unknown) =>
  Object.fromEntries(
    (skillFormSchema.safeParse(tree).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  )
const parsed = (tree: unknown): SkillForm => skillFormSchema.parse(tree)

describe('skillFormSchema', () => {
  test('makes ids of the texts of what is new, each another, and keeps those that are there', () => {
    const { skill } = parsed({ ...whole, steps: [...whole.steps, { ...step('Old', 'expert'), id: 'same-title' }] })
    expect(skill.steps.map(({ id }) => id)).toEqual(['same-title-2', 'same-title-3', 'same-title'])
    expect(skill.questions.map(({ id }) => id)).toEqual(['one', 'two', 'two-2'])
    expect(skill.aliases).toEqual(['bread', 'rolls', 'buns'])
  })

  test('names the very field that is wrong', () => {
    const wrong = {
      ...whole,
      aliases: '',
      levels: { ...whole.levels, expert: ['You can.', 'I can'] },
      steps: [step('A', 'working'), { ...step('', 'expert'), hours: 'two' }],
    }
    expect(errors(wrong)).toMatchObject({
      aliases: 'Write at least one. The name itself may be one.',
      'levels.expert.1': 'A statement begins with “You can”.',
      'steps.1.title': 'This is empty.',
      'steps.1.hours': 'This must be a number of hours.',
    })
  })

  test('asks of an unfinished one for no more than a name', () => {
    const begun = { name: 'Baking', kind: 'soft', as: 'unfinished', levels: { expert: ['You can '] } }
    expect(errors(begun)).toEqual({})
    expect(parsed(begun)).toMatchObject({ isWhole: false, skill: { levels: { expert: [] }, steps: [] } })
    expect(Object.keys(errors({ ...begun, name: '' }))).toEqual(['name'])
    expect(parsed({ ...whole, as: 'unfinished' }).isWhole).toBe(true)
  })
})

const keep = (tree: unknown) => write((tx) => keepSkill(tx, 'editor', parsed(tree)))
const rowOf = async (id: string) => {
  const [row] = await read.select().from(db.skills).where(eq(db.skills.id, id))
  if (!row) throw new Error('There is no such skill')
  return row
}

describe('keepSkill', () => {
  test('finishes a skill as soon as it is whole, and never the other way', async () => {
    const { id } = await keep({ name: 'Baking', kind: 'soft', as: 'unfinished' })
    expect(await rowOf(id)).toMatchObject({ unfinished: true, slug: 'baking' })
    await keep({ ...whole, id, seen: (await rowOf(id)).updatedAt.getTime() })
    expect(await rowOf(id)).toMatchObject({ unfinished: false, slug: 'baking', kind: 'technical' })
    const seen = (await rowOf(id)).updatedAt.getTime()
    await expect(keep({ name: 'Baking', kind: 'soft', as: 'unfinished', id, seen })).rejects.toThrow('Readers see this')
  })

  test('moves to another address, which an old one leads to, and takes no address of another’s', async () => {
    const { id } = await keep(whole)
    await keep({ ...whole, id, slug: 'bread', seen: (await rowOf(id)).updatedAt.getTime() })
    expect((await currentSlugs(read, 'skill', ['baking'])).get('baking')).toBe('bread')
    const other = { ...whole, name: 'Cooking', aliases: 'cook' }
    await expect(keep({ ...other, slug: 'bread' })).rejects.toThrow('The skill “Baking” has this address.')
    await expect(keep({ ...other, slug: 'baking' })).rejects.toThrow('This was the address of the skill “Baking”')
    // Back again, and no circle.
    await keep({ ...whole, id, slug: 'baking', seen: (await rowOf(id)).updatedAt.getTime() })
    expect((await currentSlugs(read, 'skill', ['baking', 'bread'])).get('bread')).toBe('baking')
  })

  test('does not write over what somebody else saved meanwhile, unless it is meant', async () => {
    const { id } = await keep(whole)
    await expect(keep({ ...whole, id, seen: 1 })).rejects.toThrow('Somebody else saved this')
    await keep({ ...whole, id, name: 'Bread', seen: (await rowOf(id)).updatedAt.getTime() })
    expect(await rowOf(id)).toMatchObject({ name: 'Bread' })
  })
})

test('deleteSkill says what uses a skill, and deletes it once nothing does', async () => {
  const { id } = await keep(whole)
  await write(async (tx) => {
    const at = new Date()
    await tx.insert(db.roles).values({ id: 'r', slug: 'r', name: 'Baker', summary: 'S', updatedAt: at })
    await tx.insert(db.roleSkills).values({ roleId: 'r', skillId: id, target: 1, weight: 'must', position: 0 })
    await tx.insert(db.persons).values({ id: 'p', guestHash: 'p', recoveryHash: 'p', createdAt: at })
    await tx.insert(db.ratings).values({ personId: 'p', skillId: id, level: 1, source: 'skill', createdAt: at })
  })
  await expect(write((tx) => deleteSkill(tx, 'editor', id))).rejects.toThrow(
    'the role “Baker” asks for it and people have rated it',
  )
  await write(async (tx) => {
    await tx.delete(db.persons)
    await tx.delete(db.roles)
    await deleteSkill(tx, 'editor', id)
  })
  expect(await read.$count(db.skills)).toBe(0)
})
