import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { closeDatabase, connect, databaseFile, read, snapshot, write } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import { categories } from '#db/schema/taxonomy.ts'
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
import { type dryRun, runImport } from './import-run-writes.ts'
import { keyOf } from './import-types.ts'
import { readIncoming } from './incoming.ts'

// For tests: a site with everything that editors do, and what can be compared of it.

const folder = () => dirname(databaseFile())
/** A library of four guides that stays as it is, whatever the site's own becomes: to load it takes a tenth of the time. */
export const library = () => readFolder(join(import.meta.dirname, 'fixtures/library'))
export const starting = () => readIncoming(library())
export const day = (number: number) => new Date(Date.UTC(2026, 10, number, 9, 30, 0, 123))
export const pictureId = 'ABCDEFGHIJKLMNOPQRSTUV'

export function wipe(): void {
  closeDatabase()
  for (const end of ['', '-wal', '-shm']) rmSync(`${databaseFile()}${end}`, { force: true })
  rmSync(join(folder(), 'pictures'), { recursive: true, force: true })
  migrate(databaseFile())
}

export async function load(): Promise<void> {
  const incoming = starting()
  await write((tx) => loadStartingContent(tx, incoming, day(1)))
}

export async function draftAt(slug: string) {
  const [row] = await read.select().from(guideDrafts).where(eq(guideDrafts.slug, slug))
  if (!row) throw new Error(`There is no guide ${slug}`)
  return row
}

/** An editor changes a guide, and publishes it if told to. */
export async function edit(slug: string, change: Partial<DraftContent>, publish = false): Promise<void> {
  const row = await draftAt(slug)
  const draft = readDraft({ ...contentOfRow(row), ...change })
  await write(async (tx) => {
    await saveDraft(tx, row.id, row.version, draft, { errors: 0, warnings: 0 }, null, day(3))
    if (publish) await publishDraft(tx, row.id, draft, { note: '', byId: null }, day(3))
  })
}

export const renameSkill = (from: string, to: string) => write((tx) => changeAddress(tx, 'skill', from, to))

/** Everything at once that editors do between two exports. */
export async function workOnTheSite(): Promise<void> {
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
    await tx.insert(categories).values({ id: 'c', slug: 'crafts', name: 'Crafts', summary: '', position: 2 })
    const asked = role.skills.map((each) => ({ ...each, skill: each.skill === 'sql' ? 'databases' : each.skill }))
    const activities = ['coding', 'order', 'asking']
    await saveRole(tx, { ...role, summary: 'Another summary.', category: 'crafts', activities, skills: asked }, day(4))
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
export async function exported(): Promise<Map<string, Buffer>> {
  return await snapshot(async (db) => {
    const files = new Map<string, Buffer>()
    for await (const file of exportContent(db, '0.1.0', day(9))) {
      const bytes = 'text' in file ? Buffer.from(file.text) : await readPictureFile(file.picture.id, file.picture.width)
      files.set(file.path, bytes ?? fail())
    }
    return files
  })
}

export function sourceOf(files: ReadonlyMap<string, Buffer>): ContentSource {
  const texts = [...files].filter(([path]) => !path.endsWith('.webp'))
  const pictures = [...files].filter(([path]) => path.endsWith('.webp'))
  return {
    texts: new Map(texts.map(([path, bytes]) => [path, bytes.toString()])),
    pictures: new Map(pictures.map(([path, bytes]) => [path, async () => bytes])),
    notRead: [],
    shown: (path) => path,
  }
}

export const bringIn = (source: ContentSource, take: string[] = [], now = day(10)) =>
  runImport(readIncoming(source), { take: new Set(take), digest: null, byId: null, from: 'folder' }, now)

/** The rows of everything that is public or on its way there, under names that outlive a wipe. */
export const rowsOf = [
  'select slug, name, kind, definition, unfinished from skills order by 1',
  'select s.slug, t.level, t.position, t.text from skill_statements t join skills s on s.id = t.skill_id order by 1, 2, 3',
  'select key, alias, s.slug, position from skill_aliases a join skills s on s.id = a.skill_id order by 1',
  'select s.slug, r.slug, position from related_skills j join skills s on s.id = skill_id join skills r on r.id = related_id order by 1, 3',
  'select s.slug, p.key, title, body, reaches, hours, done_means, position from practice_steps p join skills s on s.id = skill_id order by 1, 2',
  'select s.slug, q.key, q.kind, level, question, why, strong, weak, position from questions q join skills s on s.id = skill_id order by 1, 2',
  'select slug, name, summary, position from categories order by 1',
  'select r.slug, r.name, r.summary, r.activities, c.slug from roles r left join categories c on c.id = category_id order by 1',
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

export function allRows(): unknown[][] {
  const connection = connect(databaseFile(), { readonly: true })
  try {
    return rowsOf.map((query) => connection.prepare(query).raw().all())
  } finally {
    connection.close()
  }
}

export const statuses = (plan: Awaited<ReturnType<typeof dryRun>>) =>
  new Map(plan.things.map((thing) => [keyOf(thing), thing]))
