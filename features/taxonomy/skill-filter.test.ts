import { expect, test } from 'vitest'
import { filterSkills, nearSkills, readSkillFilter, type SkillRow, skillsHref } from './skill-filter.ts'

const row = (name: string, changes: Partial<SkillRow> = {}): SkillRow => ({
  ...{ id: name, slug: name.toLowerCase(), name, kind: 'technical', unfinished: false, updatedAt: new Date(0) },
  ...{ aliases: [], roles: 1, guides: 1 },
  ...changes,
})
const all = [
  row('SQL', { aliases: ['Postgres'], roles: 5 }),
  row('Git', { roles: 0, guides: 0, updatedAt: new Date(9) }),
  row('Listening', { kind: 'soft', unfinished: true, roles: 2 }),
]
const shown = (query: Record<string, string>) => filterSkills(all, readSkillFilter(query)).map(({ name }) => name)

test('the list shows what its address asks for', () => {
  expect(shown({})).toEqual(['Git', 'Listening', 'SQL'])
  expect(shown({ q: 'postGRES' })).toEqual(['SQL'])
  expect(shown({ kind: 'soft' })).toEqual(['Listening'])
  expect(shown({ state: 'unfinished' })).toEqual(['Listening'])
  expect(shown({ state: 'unused' })).toEqual(['Git'])
  expect(shown({ sort: '-roles' })).toEqual(['SQL', 'Listening', 'Git'])
  expect(shown({ sort: '-changed' })).toEqual(['Git', 'Listening', 'SQL'])
  expect(shown({ kind: 'odd', sort: 'odd', state: 'odd' })).toHaveLength(3)
})

test('where no skill has every word, those that have one of them are near', () => {
  const near = (q: string) => nearSkills(all, readSkillFilter({ q })).map(({ name }) => name)
  expect(shown({ q: 'tuning a postgres' })).toEqual([])
  expect(near('tuning a postgres')).toEqual(['SQL'])
  expect(near('a it')).toEqual([])
})

test('a filter and its address say the same', () => {
  for (const query of ['', '?q=a+b&kind=soft&state=unused&sort=-roles']) {
    const filter = readSkillFilter(Object.fromEntries(new URLSearchParams(query)))
    expect(skillsHref(filter)).toBe(`/admin/skills${query}`)
  }
})
