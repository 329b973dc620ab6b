import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { read, write } from '#db/client.ts'
import { guideRevisions, guides } from '#db/schema/guide.ts'
import { skillAliases, skills } from '#db/schema/taxonomy.ts'
import { testDatabase } from '#db/testing.ts'
import { archive } from '#features/draft/workflow-writes.ts'
import { readPictureFile } from '#features/picture/picture-files.ts'
import type { ContentSource } from './content-source.ts'
import { dryRun, runImport } from './import-run-writes.ts'
import { isWritten, keyOf } from './import-types.ts'
import { readIncoming } from './incoming.ts'

import {
  allRows,
  bringIn,
  day,
  draftAt,
  edit,
  exported,
  library,
  load,
  pictureId,
  renameSkill,
  rowsOf,
  sourceOf,
  starting,
  statuses,
  wipe,
  workOnTheSite,
} from './testing-writes.ts'

// Each one fills a site: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const clean = testDatabase()
afterAll(clean)
beforeEach(async () => {
  wipe()
  await load()
})

test('export, wipe, import gives an identical site', async () => {
  await workOnTheSite()
  const [files, rows] = [await exported(), allRows()]
  for (const [index, some] of rows.entries()) expect(some.length, rowsOf[index]).toBeGreaterThan(0)
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      'redirects.yml',
      'categories/software.yml',
      'skills/welding.yml',
      'skills/databases.yml',
      'guides/frontend-or-backend.md',
      'drafts/front-or-back.md',
      'drafts/begun.md',
      'drafts/problem-solving-skills.md',
      `pictures/${pictureId}/480.webp`,
    ]),
  )
  wipe()
  const plan = await bringIn(sourceOf(files))
  expect(new Set(plan.things.map(({ status }) => status))).toEqual(new Set(['new']))
  expect(allRows()).toEqual(rows)
  const again = await exported()
  expect([...again.keys()]).toEqual([...files.keys()])
  for (const [path, bytes] of files) expect(again.get(path)?.equals(bytes), path).toBe(true)
  // And what was brought in is nothing new to the site that has it.
  const twice = await dryRun(read, readIncoming(sourceOf(files)))
  expect(twice.things.filter(isWritten)).toEqual([])
  expect(twice.problems).toEqual([])
})

test('two exports of one site are the same, byte for byte', async () => {
  await workOnTheSite()
  const [one, two] = [await exported(), await exported()]
  expect([...one].every(([path, bytes]) => two.get(path)?.equals(bytes))).toBe(true)
})

/** The starting content with some of its files changed. */
function later(changes: Record<string, (text: string) => string>): ContentSource {
  const source = library()
  const texts = new Map(source.texts)
  for (const [path, change] of Object.entries(changes)) {
    const text = texts.get(path) ?? ''
    texts.set(path, change(text))
    if (change(text) === text) throw new Error(`${path} did not change`)
  }
  return { ...source, texts }
}

const retitled = (text: string) => text.replace(/^title: .*$/m, 'title: A new title')

describe('a later version of the starting content', () => {
  test('is nothing to do while it is the same', async () => {
    const plan = await dryRun(read, starting())
    expect(new Set(plan.things.map(({ status }) => status))).toEqual(new Set(['same']))
  })

  test('changes what nobody edited here, also where it was renamed', async () => {
    await renameSkill('sql', 'databases')
    const source = later({
      'skills/sql.yml': (text) => text.replace('definition: Keeping', 'definition: Holding'),
      'guides/problem-solving-skills.md': (text) => text.replace('Every Monday', 'Each Monday'),
    })
    const plan = statuses(await bringIn(source))
    expect(plan.get('skill:sql')).toMatchObject({ status: 'changes', here: 'databases', fields: ['definition'] })
    expect(plan.get('guide:problem-solving-skills')).toMatchObject({ status: 'changes', fields: [], passages: 1 })
    expect(plan.get('role:backend-developer')).toMatchObject({ status: 'same' })
    const [skill] = await read.select().from(skills).where(eq(skills.slug, 'databases'))
    expect(skill?.definition).toMatch(/^Holding/)
    const [guide] = await read.select().from(guides).where(eq(guides.slug, 'problem-solving-skills'))
    expect(guide?.body).toContain('Each Monday')
    expect(guide?.publishedAt).toEqual(day(1))
  })

  test('never overwrites what an editor did, published or not, deleted or archived', async () => {
    const guide = await draftAt('problem-solving-skills')
    await edit('backend-developer-skills', { standfirst: 'Ours.' }, true)
    await edit('frontend-vs-backend-development', { standfirst: 'Not public yet.' })
    await write(async (tx) => {
      await archive(tx, { guideId: guide.id, version: guide.version, byId: 'ann' }, day(4))
      await tx.update(skills).set({ definition: 'Our own words.' }).where(eq(skills.slug, 'sql'))
    })
    const before = allRows().filter((_, index) => !rowsOf[index]?.includes('content_origins'))
    const source = later({
      'skills/sql.yml': (text) => text.replace('definition: Keeping', 'definition: Holding'),
      'guides/problem-solving-skills.md': retitled,
      'guides/backend-developer-skills.md': retitled,
      'guides/frontend-vs-backend-development.md': retitled,
    })
    const plan = await bringIn(source)
    const kept = plan.things.filter(({ status }) => status === 'kept')
    expect(kept.map(keyOf).sort()).toEqual([
      'guide:backend-developer-skills',
      'guide:frontend-vs-backend-development',
      'guide:problem-solving-skills',
      'skill:sql',
    ])
    expect(kept.every(({ offered, news }) => offered && news)).toBe(true)
    expect(allRows().filter((_, index) => !rowsOf[index]?.includes('content_origins'))).toEqual(before)
    // Having been looked at, it is no news any more, and still ours.
    const next = await dryRun(read, readIncoming(source))
    expect(next.things.filter(({ news }) => news)).toEqual([])
    expect(next.things.filter(isWritten)).toEqual([])
  })

  test('may be taken one by one: a guide becomes the working copy, with what was there kept; a skill is replaced', async () => {
    await edit('backend-developer-skills', { standfirst: 'Ours.' }, true)
    await edit('backend-developer-skills', { standfirst: 'Ours, unpublished.' })
    await write((tx) => tx.update(skills).set({ definition: 'Our own words.' }).where(eq(skills.slug, 'sql')))
    const source = later({ 'guides/backend-developer-skills.md': retitled })
    // So soon after the editor that an autosave would not have kept what was there.
    const soon = new Date(day(3).getTime() + 60_000)
    await bringIn(source, ['guide:backend-developer-skills', 'skill:sql'], soon)
    const row = await draftAt('backend-developer-skills')
    expect(row).toMatchObject({ title: 'A new title', status: 'draft' })
    const [guide] = await read.select().from(guides).where(eq(guides.id, row.id))
    expect(guide?.standfirst).toBe('Ours.')
    const revisions = await read.select().from(guideRevisions).where(eq(guideRevisions.guideId, row.id))
    expect(revisions.map(({ front }) => front.standfirst)).toContain('Ours, unpublished.')
    const [skill] = await read.select().from(skills).where(eq(skills.slug, 'sql'))
    expect(skill?.definition).toMatch(/^Keeping/)
  })

  test('renames what was renamed in it', async () => {
    const source = later({})
    const texts = new Map(source.texts)
    const moved = texts.get('skills/sql.yml') ?? ''
    texts.delete('skills/sql.yml')
    texts.set('skills/databases.yml', moved)
    texts.set('redirects.yml', 'skill:\n  sql: databases\n')
    for (const [path, text] of texts) {
      if (path.startsWith('roles/')) texts.set(path, text.replaceAll('skill: sql', 'skill: databases'))
      if (path.startsWith('skills/')) texts.set(path, text.replace(/^(related: .*)\bsql\b/m, '$1databases'))
    }
    const [before] = await read.select().from(skills).where(eq(skills.slug, 'sql'))
    const plan = await bringIn({ ...source, texts })
    expect(plan.things.filter(({ status }) => status !== 'same').map((each) => [keyOf(each), each.fields])).toEqual([
      ['skill:databases', ['address']],
    ])
    const [after] = await read.select().from(skills).where(eq(skills.slug, 'databases'))
    expect(after?.id).toBe(before?.id)
  })
})

describe('what cannot be brought in', () => {
  test('problems are named by file, line and field, and nothing is done', async () => {
    const source = later({
      'guides/problem-solving-skills.md': (text) =>
        `${text}\n:::step[X]{id="x" skills="nothing" hours="1" done="y"}\nText.\n:::\n`,
    })
    const plan = await dryRun(read, readIncoming(source))
    expect(plan.problems).toEqual([
      expect.objectContaining({
        file: expect.stringMatching(/problem-solving-skills\.md$/),
        message: 'There is no skill "nothing".',
      }),
    ])
    expect(plan.problems[0]?.line).toBeGreaterThan(100)
    await expect(bringIn(source)).rejects.toThrow('put them right first')
  })

  test('an alias that is somebody else’s here stops the new skill, and what needs it', async () => {
    await write((tx) => {
      const values = { key: 'arc', alias: 'Arc', position: 99 }
      const owner = tx.select({ id: skills.id }).from(skills).where(eq(skills.slug, 'javascript'))
      return tx.insert(skillAliases).values({ ...values, skillId: sql`${owner}` })
    })
    const asked = '  - { skill: welding, target: working, weight: nice }\n'
    const source = later({ 'roles/backend-developer.yml': (text) => `${text}${asked}` })
    const welding = (source.texts.get('skills/sql.yml') ?? '')
      .replace('name: Databases and SQL', 'name: Welding')
      .replace(/aliases:[\s\S]*?levels:/, 'aliases: [Arc]\nlevels:')
    const plan = statuses(await bringIn({ ...source, texts: new Map(source.texts).set('skills/welding.yml', welding) }))
    expect(plan.get('skill:welding')).toMatchObject({
      status: 'stopped',
      why: 'Its other name “Arc” belongs to the skill “JavaScript and TypeScript” here.',
    })
    expect(plan.get('role:backend-developer')).toMatchObject({
      status: 'stopped',
      why: 'It needs the skill “welding”, which is not brought in.',
    })
    expect(await read.$count(skills, eq(skills.slug, 'welding'))).toBe(0)
  })

  test('a site that changed since the dry run refuses', async () => {
    const incoming = starting()
    const { digest } = await dryRun(read, incoming)
    await write((tx) => tx.update(skills).set({ name: 'Other' }).where(eq(skills.slug, 'sql')))
    const choices = { take: new Set<string>(), digest, byId: null, from: 'folder' as const }
    await expect(runImport(incoming, choices)).rejects.toThrow('changed since you looked')
  })

  test('a picture that is none takes everything with it', async () => {
    await workOnTheSite()
    const files = await exported()
    files.set(`pictures/${pictureId}/480.webp`, Buffer.from('<svg onload="alert(1)"/>'))
    wipe()
    await expect(bringIn(sourceOf(files))).rejects.toThrow(/480\.webp is not a WebP/)
    expect(await read.$count(skills)).toBe(0)
    expect(await readPictureFile(pictureId, 480)).toBeNull()
  })

  test('an import that is refused leaves no picture behind', async () => {
    await workOnTheSite()
    const incoming = readIncoming(sourceOf(await exported()))
    wipe()
    const choices = { take: new Set<string>(), digest: 'of another site', byId: null, from: 'folder' as const }
    await expect(runImport(incoming, choices)).rejects.toThrow('changed since you looked')
    expect(await readPictureFile(pictureId, 480)).toBeNull()
  })
})
