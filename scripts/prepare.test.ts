import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeDatabase, databaseFile, read, write } from '#db/client.ts'
import { invitations, users } from '#db/schema/account.ts'
import { guideReferences } from '#db/schema/draft.ts'
import { guideDrafts, guideRevisions, guides } from '#db/schema/guide.ts'
import { contentOrigins, site } from '#db/schema/site.ts'
import { skills } from '#db/schema/taxonomy.ts'
import { testDatabase } from '#db/testing.ts'
import { hashToken } from '#lib/ids.ts'
import { prepare } from './prepare.ts'

const clean = testDatabase()
const folder = dirname(databaseFile())
afterAll(clean)

const now = new Date('2026-11-22T12:00:00Z')
const library = join(import.meta.dirname, '../features/content/fixtures/library')
let printed = ''
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('wrong content stops the start, with file and line, and loads nothing', async () => {
  const content = join(folder, 'content')
  for (const part of ['skills', 'roles', 'authors', 'guides']) mkdirSync(join(content, part), { recursive: true })
  writeFileSync(join(content, 'authors/someone.yml'), 'name: Someone\ntitle: ""\nbio: A person.\n')
  await expect(prepare(now, content)).rejects.toThrow(/authors\/someone\.yml:2 title: This is empty\./)
  expect((await read.select().from(site))[0]?.contentLoadedAt).toBeNull()
})

test('an empty folder becomes a site with its content and a way in', async () => {
  closeDatabase()
  await prepare(now, library)
  expect(statSync(databaseFile()).isFile()).toBe(true)
  expect((await read.select().from(site))[0]?.contentLoadedAt).toEqual(now)
  expect(await read.$count(guides)).toBeGreaterThan(2)
  const token = /^Make the first admin: http:\/\/localhost:3000\/setup\/([\w-]{43})\n$/.exec(printed)?.[1] ?? ''
  expect((await read.select().from(invitations)).map(({ tokenHash }) => tokenHash)).toEqual([hashToken(token)])
})

test('content is loaded once: what editors did since stays', async () => {
  const [guide] = await read.select().from(guides)
  await write((tx) =>
    tx
      .update(guides)
      .set({ title: 'Changed' })
      .where(eq(guides.id, guide?.id ?? '')),
  )
  const revisions = await read.$count(guideRevisions)
  await prepare(now, library)
  expect(
    (
      await read
        .select()
        .from(guides)
        .where(eq(guides.id, guide?.id ?? ''))
    )[0]?.title,
  ).toBe('Changed')
  expect(await read.$count(guideRevisions)).toBe(revisions)
})

test('working copies that a migration made are read, linted and indexed by the next start', async () => {
  const [guide] = await read.select().from(guideDrafts).where(eq(guideDrafts.kind, 'how-to'))
  const id = guide?.id ?? ''
  const references = await read.select().from(guideReferences).where(eq(guideReferences.guideId, id))
  expect(references.length).toBeGreaterThan(3)
  await write(async (tx) => {
    await tx.update(guideDrafts).set({ words: 0, errors: 7 }).where(eq(guideDrafts.id, id))
    await tx.delete(guideReferences).where(eq(guideReferences.guideId, id))
  })
  await prepare(now, library)
  const [after] = await read.select().from(guideDrafts).where(eq(guideDrafts.id, id))
  expect(after).toMatchObject({ words: guide?.words, errors: 0, version: guide?.version, updatedAt: guide?.updatedAt })
  expect(await read.select().from(guideReferences).where(eq(guideReferences.guideId, id))).toEqual(references)
})

test('newer starting content is spoken of, and not loaded', async () => {
  const content = join(folder, 'newer')
  cpSync(library, content, { recursive: true })
  const skill = join(content, 'skills/sql.yml')
  writeFileSync(skill, readFileSync(skill, 'utf8').replace(/^name: .*/m, 'name: Data'))
  const before = await read.select().from(skills)
  await prepare(now, content)
  expect(printed).toMatch(/newer starting content: 1 change\. Look at them: .*\/admin\/transfer\/starting-content\n/)
  expect(await read.select().from(skills)).toEqual(before)
})

test('content that an earlier version loaded is known as brought in, while nobody has edited', async () => {
  await write((tx) => tx.delete(contentOrigins))
  await prepare(now, library)
  expect(await read.$count(contentOrigins)).toBeGreaterThan(20)
})

test('with an admin no link is printed', async () => {
  await write((tx) =>
    tx.insert(users).values({ id: 'u', email: 'a@b.c', name: 'A', passwordHash: 'x', role: 'admin', createdAt: now }),
  )
  await prepare(now, library)
  expect(printed).not.toContain('/setup/')
})

test('that nothing is new is remembered, and a file that changes is told of all the same', async () => {
  closeDatabase()
  rmSync(databaseFile())
  const content = join(folder, 'same')
  cpSync(library, content, { recursive: true })
  await prepare(now, content)
  await prepare(now, content)
  const [known] = await read.select().from(site)
  expect(known?.knownContent).toHaveLength(43)
  await write((tx) => tx.update(skills).set({ name: 'Not read' }).where(eq(skills.slug, 'sql')))
  printed = ''
  await prepare(now, content)
  expect(printed).not.toContain('newer')
  const skill = join(content, 'skills/sql.yml')
  writeFileSync(skill, readFileSync(skill, 'utf8').replace(/^name: .*/m, 'name: Data'))
  await prepare(now, content)
  expect(printed).toContain('newer starting content: 1 change.')
})
