import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftContent } from '#features/draft/same-content.ts'
import { type ContentSource, readFolder } from './content-source.ts'
import type { DraftThing, SkillThing } from './content-types.ts'
import { readFiles } from './read-files.ts'
import {
  authorText,
  categoryText,
  draftText,
  guideText,
  pictureText,
  redirectsText,
  roleText,
  skillText,
} from './thing-files.ts'

const real = join(import.meta.dirname, '../../db/content')
const sourceOf = (texts: Record<string, string>): ContentSource => ({
  texts: new Map(Object.entries(texts)),
  pictures: new Map(),
  notRead: [],
  shown: (path) => path,
})
const plain = <Value>(placed: { value: Value }[]) => placed.map(({ value }) => value)

test('every file of the starting content, written anew, says the same; written twice, it is the same', () => {
  const files = readFiles(readFolder(real))
  const written = {
    ...Object.fromEntries(files.skills.map(({ value }) => [`skills/${value.slug}.yml`, skillText(value)])),
    ...Object.fromEntries(files.roles.map(({ value }) => [`roles/${value.slug}.yml`, roleText(value)])),
    ...Object.fromEntries(files.authors.map(({ value }) => [`authors/${value.slug}.yml`, authorText(value)])),
    ...Object.fromEntries(files.categories.map(({ value }) => [`categories/${value.slug}.yml`, categoryText(value)])),
    ...Object.fromEntries(files.guides.map(({ value }) => [`guides/${value.slug}.md`, guideText(value)])),
  }
  const again = readFiles(sourceOf(written))
  expect(again.problems).toEqual([])
  for (const part of ['skills', 'roles', 'authors', 'categories', 'guides'] as const) {
    expect(plain<unknown>(again[part])).toEqual(plain<unknown>(files[part]))
  }
  expect(again.skills.length + again.guides.length).toBeGreaterThan(20)
  expect(again.skills.map(({ value }) => skillText(value))).toEqual(files.skills.map(({ value }) => skillText(value)))
  for (const text of Object.values(written)) expect(text).toMatch(/[^\n]\n$/)
  // As a person wrote it, as far as the file that shows the format goes.
  const sql = readFileSync(join(real, 'skills/sql.yml'), 'utf8')
  expect(written['skills/sql.yml']).toBe(sql)
})

const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\0', ''))
const word = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/)
const text = fc.oneof(
  line,
  fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n')),
)

test('any working copy is read as it was written', () => {
  const content: fc.Arbitrary<DraftContent> = fc.record({
    slug: fc.constant('a-guide'),
    kind: fc.constantFrom('career', 'skill', 'how-to'),
    title: text,
    standfirst: text,
    description: text,
    author: fc.oneof(word, fc.constant('')),
    reviewedOn: fc.constantFrom('', '2026-11-12'),
    roles: fc.array(fc.oneof(word, line), { maxLength: 3 }),
    skill: fc.oneof(fc.constant(null), word),
    explore: fc.array(word, { maxLength: 3 }),
    sources: fc.array(
      fc.record({ title: line, publisher: text, url: line, date: fc.constantFrom('', '2022', '2022-06') }),
      {
        maxLength: 2,
      },
    ),
    body: text.map((body) => body.replace(/\r\n?/g, '\n')),
  })
  const archived = fc.oneof(fc.constant(null), fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }))
  fc.assert(
    fc.property(content, archived, fc.oneof(fc.constant(null), word), (value, when, publicSlug) => {
      const draft: DraftThing = { slug: 'a-guide', content: value, public: publicSlug, archived: when }
      const read = readFiles(sourceOf({ 'drafts/a-guide.md': draftText(draft) }))
      expect(read.problems).toEqual([])
      expect(plain(read.drafts)).toEqual([draft])
      expect(draftText(plain(read.drafts)[0] ?? draft)).toBe(draftText(draft))
    }),
    { numRuns: 300 },
  )
})

test('an unfinished skill may lack nearly everything', () => {
  const skill: SkillThing = {
    slug: 'welding',
    name: 'Welding',
    kind: 'technical',
    definition: '',
    unfinished: true,
    aliases: [],
    levels: { awareness: ['You can'], working: [], practitioner: [], expert: [] },
    related: [],
    steps: [{ id: 'one', title: '', reaches: 2, hours: 1, body: '', done: '' }],
    questions: [],
  }
  const read = readFiles(sourceOf({ 'skills/welding.yml': skillText(skill) }))
  expect(read.problems).toEqual([])
  expect(plain(read.skills)).toEqual([skill])
  const finished = readFiles(sourceOf({ 'skills/welding.yml': skillText({ ...skill, unfinished: false }) }))
  expect(finished.problems.map(({ field }) => field)).toContain('aliases')
})

test('redirects and what is said of a picture', () => {
  const redirects = [
    { kind: 'guide', slug: 'a', target: 'b' },
    { kind: 'question', slug: 'sql/slow', target: 'data/slow' },
  ] as const
  expect(readFiles(sourceOf({ 'redirects.yml': redirectsText(redirects) })).redirects).toEqual(redirects)
  const picture = {
    id: 'abcdefghijklmnopqrstuv',
    name: 'A ladder',
    alt: '',
    width: 960,
    height: 500,
    widths: [480, 960],
    hash: 'hashhashhashhashhashhash',
    created: new Date('2026-11-12T08:00:00.001Z'),
    archived: null,
  }
  const path = `pictures/${picture.id}`
  const source = sourceOf({ [`${path}.yml`]: pictureText(picture) })
  expect(readFiles(source).problems.map(({ message }) => message)).toEqual([
    `There is no file ${path}/480.webp.`,
    `There is no file ${path}/960.webp.`,
  ])
  const read = async () => Buffer.alloc(0)
  const pictures = new Map([
    [`${path}/480.webp`, read],
    [`${path}/960.webp`, read],
  ])
  expect(readFiles({ ...source, pictures }).pictures).toEqual([picture])
})
