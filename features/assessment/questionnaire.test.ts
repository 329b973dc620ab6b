import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activities, activityText } from '#features/taxonomy/activities.ts'
import type { RoleSkill, RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { pickStatements, statementsOf } from './questionnaire.ts'
import { readAnswers, saysSomething, writeAnswers } from './questionnaire-answers.ts'

const skill = (
  slug: string,
  weight: 'must' | 'nice' = 'must',
  kind: 'soft' | 'technical' = 'technical',
): RoleSkill => ({
  ...{ id: slug, slug, name: slug.toUpperCase(), kind, definition: '', target: 3, weight },
  statements: [[`You can ${slug} one.`], [`You can ${slug} two.`], [], []],
})
const role = (name: string, ...skills: RoleSkill[]): RoleView => ({
  ...{ id: name, slug: name, name, summary: '', activities: [] },
  skills,
})
const slugs = (picked: readonly { slug: string }[]) => picked.map(({ slug }) => slug)

describe('pickStatements', () => {
  it('asks about soft skills at Working and technical ones at Awareness, soft ones first', () => {
    const roles = [role('A', skill('code'), skill('talk', 'nice', 'soft')), role('B', skill('sew'))]
    expect(pickStatements(roles).map(({ slug, level, text }) => [slug, level, text])).toEqual([
      ['talk', 2, 'You can talk two.'],
      ['code', 1, 'You can code one.'],
      ['sew', 1, 'You can sew one.'],
    ])
    expect(statementsOf([role('A', { ...skill('code'), statements: [[], [], [], []] })]).size).toBe(0)
  })

  it('leaves out what every role asks for', () => {
    expect(slugs(pickStatements([role('A', skill('all'), skill('a')), role('B', skill('all'))]))).toEqual(['a'])
  })

  it('comes to every role before it asks a second time about one, and takes must-haves first', () => {
    const many = role('A', ...['a', 'b', 'c', 'd'].map((slug) => skill(slug)))
    const roles = [many, role('B', skill('x', 'nice'), skill('y')), role('C', skill('z', 'nice'))]
    expect(slugs(pickStatements(roles, 3)).sort()).toEqual(['a', 'y', 'z'])
  })

  it('puts what is asked for in computing alone last, and takes what people have done anywhere first', () => {
    const says = (slug: string, text: string): RoleSkill => ({ ...skill(slug), statements: [[text], [], [], []] })
    const coder = { ...role('Coder', skill('code'), skill('both')), activities: ['coding', 'order'] }
    const nurse = role(
      'Nurse',
      says('a-form', 'You can fill in an SBAR form.'),
      says('b-fact', 'You can say what a pulse is.'),
      says('care', 'You can help somebody to eat.'),
      skill('both'),
    )
    const picked = pickStatements([coder, nurse, role('Cook', skill('cook'))], 4)
    expect(picked.map(({ slug, part }) => [slug, part])).toEqual([
      ['both', 'some'],
      ['cook', 'some'],
      ['care', 'some'],
      ['code', 'computers'],
    ])
  })

  it('asks about every role that has a skill of its own, if there is room', () => {
    const anyRoles = fc
      .array(fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1, maxLength: 5 }), {
        minLength: 2,
        maxLength: 6,
      })
      .map((all) => all.map((each, index) => role(String(index), ...each.map((slug) => skill(slug)))))
    fc.assert(
      fc.property(anyRoles, (roles) => {
        const picked = new Set(slugs(pickStatements(roles, roles.length)))
        for (const { skills } of roles) {
          if (skills.every(({ slug }) => roles.every((each) => each.skills.some((other) => other.slug === slug))))
            continue
          expect(skills.some(({ slug }) => picked.has(slug))).toBe(true)
        }
      }),
    )
  })
})

describe('answers', () => {
  const first = activities[0].slug

  it('come back from the address as they were written', () => {
    const likes = fc
      .dictionary(fc.constantFrom(...activities.map(({ slug }) => slug)), fc.constantFrom('yes', 'bit', 'no'))
      .map((all) => new Map(Object.entries(all)))
    const did = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6})?$/), { maxLength: 30 })
    fc.assert(
      fc.property(fc.record({ likes, did }), (answers) => {
        const written = writeAnswers(answers as never)
        const back = readAnswers(Object.fromEntries(new URLSearchParams(written)))
        expect(back).toMatchObject({ did: answers.did, short: true })
        expect(new Map(back?.likes)).toEqual(answers.likes)
      }),
    )
  })

  it('are read from the form as it sends them, and asked to be written shorter', () => {
    const sent = { sent: 'yes', [`like-${first}`]: 'yes', 'like-nothing': 'no', did: ['sql', 'teamwork', 'sql'] }
    const answers = readAnswers(sent)
    expect(answers).toMatchObject({ did: ['sql', 'teamwork'], short: false })
    expect([...(answers?.likes ?? [])]).toEqual([[first, 'yes']])
    expect(writeAnswers(answers ?? { likes: new Map(), did: [] })).toBe(
      `likes=y${'-'.repeat(activities.length - 1)}&did=sql.teamwork`,
    )
    expect(readAnswers({ sent: 'yes' })).toMatchObject({ did: [], short: false })
    expect(readAnswers({ utm: 'x' })).toBeNull()
  })

  it('survive what anybody may put into an address', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('likes', 'did', 'sent', 'x'), fc.oneof(fc.string(), fc.array(fc.string()))),
        (query) => {
          const answers = readAnswers(query)
          if (!answers) return
          const again = readAnswers(Object.fromEntries(new URLSearchParams(writeAnswers(answers))))
          expect(again).toMatchObject({ did: answers.did, likes: answers.likes, short: true })
        },
      ),
    )
  })

  it('say something as soon as there is a tick or a like, and not with dislikes alone', () => {
    expect(saysSomething({ likes: new Map([[first, 'no']]), did: [] })).toBe(false)
    expect(saysSomething({ likes: new Map([[first, 'bit']]), did: [] })).toBe(true)
    expect(saysSomething({ likes: new Map(), did: ['sql'] })).toBe(true)
  })
})

it('activities can stand together in one sentence, and each has a name of its own', () => {
  for (const { text } of activities) expect(text).not.toMatch(/,|\band\b|[.]$/)
  expect(new Set(slugs(activities)).size).toBe(activities.length)
  expect(activityText('fault-finding')).toMatch(/^finding out/)
  expect(activityText('juggling')).toBeNull()
})
