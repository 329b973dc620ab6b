import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDatabase, connect, databaseFile, read, snapshot, write } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { guideDrafts, guideRevisions, guides } from '#db/schema/guide.ts'
import { categories, skillAliases, skills } from '#db/schema/taxonomy.ts'
import { testDatabase } from '#db/testing.ts'
import { readDraft } from '#features/draft/draft-content.ts'
import { createDraft, publishDraft, saveDraft } from '#features/draft/draft-writes.ts'
import { contentOfRow, type DraftContent } from '#features/draft/same-content.ts'
import { archive } from '#features/draft/workflow-writes.ts'
import { readPictureFile, savePictureFiles } from '#features/picture/picture-files.ts'
import { insertPicture } from '#features/picture/picture-writes.ts'
import { changeAddress } from '#features/taxonomy/address-writes.ts'
import { saveRole, saveSkills } from '#features/taxonomy/taxonomy-writes.ts'
import { exportContent } from './content-export-queries.ts'
import { type ContentSource, readFolder } from './content-source.ts'
import { loadStartingContent } from './content-writes.ts'
import { dryRun, runImport } from './import-run-writes.ts'
import { isWritten, keyOf } from './import-types.ts'
import { readIncoming } from './incoming.ts'

// Each one fills a site: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const clean = testDatabase()
afterAll(clean)
const folder = dirname(databaseFile())
const starting = () => readIncoming(readFolder(join(import.meta.dirname, '../../db/content')))
const day = (number: number) => new Date(Date.UTC(2026, 10, number, 9, 30, 0, 123))
const pictureId = 'ABCDEFGHIJKLMNOPQRSTUV'

function wipe(): void {
  closeDatabase()
  for (const end of ['', '-wal', '-shm']) rmSync(`${databaseFile()}${end}`, { force: true })
  rmSync(join(folder, 'pictures'), { recursive: true, force: true })
  migrate(databaseFile())
}

async function load(): Promise<void> {
  const incoming = starting()
  await write((tx) => loadStartingContent(tx, incoming, day(1)))
}

beforeEach(async () => {
  wipe()
  await load()
})

async function draftAt(slug: string) {
  const [row] = await read.select().from(guideDrafts).where(eq(guideDrafts.slug, slug))
  if (!row) throw new Error(`There is no guide ${slug}`)
  return row
}

/** An editor changes a guide, and publishes it if told to. */
async function edit(slug: string, change: Partial<DraftContent>, publish = false): Promise<void> {
  const row = await draftAt(slug)
  const draft = readDraft({ ...contentOfRow(row), ...change })
  await write(async (tx) => {
    await saveDraft(tx, row.id, row.version, draft, { errors: 0, warnings: 0 }, null, day(3))
    if (publish) await publishDraft(tx, row.id, draft, { note: '', byId: null }, day(3))
  })
}

const renameSkill = (from: string, to: string) => write((tx) => changeAddress(tx, 'skill', from, to))

/** Everything at once that editors do between two exports. */
async function workOnTheSite(): Promise<void> {
  const guide = await draftAt('problem-solving-skills')
  const picture = `\n![A ladder](/pictures/${pictureId}/480.webp)\n`
  const shown = await draftAt('frontend-vs-backend-development')
  await renameSkill('sql', 'data-stores')
  await renameSkill('data-stores', 'databases')
  await edit(
    'backend-developer-skills',
    { title: 'Backend developer skills: the list', standfirst: 'Anew: with a colon.' },
    true,
  )
  await edit('frontend-vs-backend-development', { slug: 'frontend-or-backend' }, true)
  await edit('frontend-or-backend', { slug: 'front-or-back', body: `${shown.body}${picture}` })
  await write((tx) => archive(tx, { guideId: guide.id, version: guide.version, byId: 'ann' }, day(4)))
  const begun = readDraft({
    ...contentOfRow(guide),
    slug: 'begun',
    title: ' Begun ',
    author: '',
    reviewedOn: '',
    sources: [],
    skill: null,
    body: 'No heading',
  })
  const unfinished = {
    ...(starting().files.skills[0]?.value ?? fail()),
    slug: 'welding',
    name: 'Welding',
    aliases: [],
    steps: [],
    questions: [],
    related: [],
    definition: '',
  }
  const file = await sharp({ create: { width: 480, height: 200, channels: 3, background: '#0b5d51' } })
    .webp()
    .toBuffer()
  await savePictureFiles(pictureId, new Map([[480, file]]))
  const role = starting().files.roles[0]?.value ?? fail()
  await write(async (tx) => {
    await createDraft(tx, begun, { errors: 5, warnings: 0 }, null, day(4))
    await saveSkills(
      tx,
      [{ ...unfinished, levels: { awareness: ['You can'], working: [], practitioner: [], expert: [] } }],
      day(4),
      true,
    )
    await tx.insert(categories).values({ id: 'c', slug: 'software', name: 'Software', summary: '', position: 2 })
    const asked = role.skills.map((each) => ({ ...each, skill: each.skill === 'sql' ? 'databases' : each.skill }))
    await saveRole(tx, { ...role, summary: 'Another summary.', category: 'software', skills: asked }, day(4))
    await insertPicture(tx, {
      ...{
        id: pictureId,
        name: 'ladder.png',
        alt: 'A ladder',
        width: 480,
        height: 200,
        widths: [480],
        hash: 'x'.repeat(43),
      },
      ...{ bytes: file.length, createdById: null, createdAt: day(4), archivedAt: null },
    })
  })
}

const fail = (): never => {
  throw new Error('The starting content is not what the test thinks')
}

/** The export in memory: each path with its bytes. */
async function exported(): Promise<Map<string, Buffer>> {
  return await snapshot(async (db) => {
    const files = new Map<string, Buffer>()
    for await (const file of exportContent(db, '0.1.0', day(9))) {
      const bytes = 'text' in file ? Buffer.from(file.text) : await readPictureFile(file.picture.id, file.picture.width)
      files.set(file.path, bytes ?? fail())
    }
    return files
  })
}

function sourceOf(files: ReadonlyMap<string, Buffer>): ContentSource {
  const texts = [...files].filter(([path]) => !path.endsWith('.webp'))
  const pictures = [...files].filter(([path]) => path.endsWith('.webp'))
  return {
    texts: new Map(texts.map(([path, bytes]) => [path, bytes.toString()])),
    pictures: new Map(pictures.map(([path, bytes]) => [path, async () => bytes])),
    notRead: [],
    shown: (path) => path,
  }
}

const bringIn = (source: ContentSource, take: string[] = []) =>
  runImport(readIncoming(source), { take: new Set(take), digest: null, byId: null, from: 'folder' }, day(10))

/** The rows of everything that is public or on its way there, under names that outlive a wipe. */
const rowsOf = [
  'select slug, name, kind, definition, unfinished from skills order by 1',
  'select s.slug, t.level, t.position, t.text from skill_statements t join skills s on s.id = t.skill_id order by 1, 2, 3',
  'select key, alias, s.slug, position from skill_aliases a join skills s on s.id = a.skill_id order by 1',
  'select s.slug, r.slug, position from related_skills j join skills s on s.id = skill_id join skills r on r.id = related_id order by 1, 3',
  'select s.slug, p.key, title, body, reaches, hours, done_means, position from practice_steps p join skills s on s.id = skill_id order by 1, 2',
  'select s.slug, q.key, q.kind, level, question, why, strong, weak, position from questions q join skills s on s.id = skill_id order by 1, 2',
  'select slug, name, summary, position from categories order by 1',
  'select r.slug, r.name, r.summary, c.slug from roles r left join categories c on c.id = category_id order by 1',
  'select r.slug, s.slug, target, weight, position from role_skills j join roles r on r.id = role_id join skills s on s.id = skill_id order by 1, 5',
  'select slug, name, title, bio from authors order by 1',
  'select g.slug, g.kind, g.title, standfirst, description, body, sources, explore, a.slug, s.slug, reviewed_on, reading_minutes, published_at from guides g join authors a on a.id = author_id left join skills s on s.id = skill_id order by 1',
  'select g.slug, r.slug, position from guide_roles j join guides g on g.id = guide_id join roles r on r.id = role_id order by 1, 3',
  'select g.slug, b.key, b.kind, b.position, heading, anchor, hours, done_means, q.key from guide_blocks b join guides g on g.id = guide_id left join questions q on q.id = question_id order by 1, 4',
  'select g.slug, b.key, s.slug from guide_block_skills b join guides g on g.id = guide_id join skills s on s.id = b.skill_id order by 1, 2, 3',
  'select kind, slug, target from redirects order by 1, 2',
  'select kind, slug, hash from content_origins order by 1, 2',
  'select id, name, alt, width, height, widths, bytes, hash, created_at, archived_at from pictures order by 1',
  "select slug, kind, title, standfirst, description, body, sources, explore, roles, author, skill, reviewed_on, status = 'published', archived_at, words from guide_drafts order by 1",
  'select d.slug, r.kind, r.target from guide_references r join guide_drafts d on d.id = guide_id order by 1, 2, 3',
]

function allRows(): unknown[][] {
  const connection = connect(databaseFile(), { readonly: true })
  try {
    return rowsOf.map((query) => connection.prepare(query).raw().all())
  } finally {
    connection.close()
  }
}

const statuses = (plan: Awaited<ReturnType<typeof dryRun>>) =>
  new Map(plan.things.map((thing) => [keyOf(thing), thing]))

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
  const source = readFolder(join(import.meta.dirname, '../../db/content'))
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
    await bringIn(source, ['guide:backend-developer-skills', 'skill:sql'])
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
      why: 'Its alias “Arc” belongs to the skill “JavaScript and TypeScript” here.',
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
})
