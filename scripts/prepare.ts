import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { closeDatabase, databaseFile, read, write } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { users } from '#db/schema/account.ts'
import { guideDrafts, guides } from '#db/schema/guide.ts'
import { guideTexts } from '#db/schema/search.ts'
import { site } from '#db/schema/site.ts'
import { deleteExpired, renewFirstAdminInvitation } from '#features/account/invitation-writes.ts'
import { sweepReading } from '#features/guide/reader-key-writes.ts'
import { env } from '#lib/env.ts'

const startingContent = join(import.meta.dirname, '../db/content')

/**
 * Makes the data folder and the database ready: migrations, the starting content (once), a way in for the first admin.
 * The database stays open for whoever imports this.
 * @throws Error if the content files are wrong, with each problem in a line of its own
 */
export async function prepare(now = new Date(), contentFolder = startingContent): Promise<void> {
  mkdirSync(env().dataDir, { recursive: true, mode: 0o700 })
  migrate(databaseFile())
  const [empty] = await read.select({ id: site.id }).from(site).where(isNull(site.contentLoadedAt))
  if (empty) await loadContent(now, contentFolder)
  else await tellOfNewerContent(contentFolder)
  await readMigratedDrafts()
  await readUnindexedGuides()
  const [admin] = await read.select({ id: users.id }).from(users).where(eq(users.role, 'admin')).limit(1)
  const token = await write(async (tx) => {
    await deleteExpired(tx, now)
    await sweepReading(tx, now)
    return admin ? null : await renewFirstAdminInvitation(tx, now)
  })
  if (token) process.stdout.write(`Make the first admin: ${env().siteOrigin}/setup/${token}\n`)
}

async function loadContent(now: Date, folder: string): Promise<void> {
  // Only a first start needs the parser of guides.
  const { contentProblems, formatProblem } = await import('#features/content/content-files.ts')
  const { loadStartingContent } = await import('#features/content/content-writes.ts')
  const { readFolder } = await import('#features/content/content-source.ts')
  const { readIncoming } = await import('#features/content/incoming.ts')
  const incoming = readIncoming(readFolder(folder))
  const errors = contentProblems(incoming.files).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    throw new Error(`The starting content cannot be loaded:\n${errors.map(formatProblem).join('\n')}`)
  }
  await write((tx) => loadStartingContent(tx, incoming, now))
}

/** A later version of the starting content is never loaded by itself: it is only spoken of. */
async function tellOfNewerContent(folder: string): Promise<void> {
  const { adoptContent } = await import('#features/content/origin-writes.ts')
  const { readFolder } = await import('#features/content/content-source.ts')
  const { contentState, newerThan } = await import('#features/content/starting-content.ts')
  const { presentOrigins } = await import('#features/content/present-queries.ts')
  if ((await presentOrigins(read)).size === 0) await write(adoptContent)
  const [source, origins] = [readFolder(folder), await presentOrigins(read)]
  const state = contentState(source, origins)
  const [known] = await read.select({ content: site.knownContent }).from(site)
  if (known?.content === state) return
  // To read all the files takes longer than the rest of a start, and is done when one of them has changed.
  const { readIncoming } = await import('#features/content/incoming.ts')
  const newer = newerThan(readIncoming(source), origins)
  if (newer === 0) await write((tx) => tx.update(site).set({ knownContent: state }))
  else process.stdout.write(newerContent(newer))
}

function newerContent(newer: number): string {
  const changes = newer === 1 ? '1 change' : `${newer} changes`
  const place = `${env().siteOrigin}/admin/transfer/starting-content`
  return `This version of Guidepost brings newer starting content: ${changes}. Look at them: ${place}\n`
}

/** A migration cannot parse: the working copies that it made are read once, by the first start after it. */
async function readMigratedDrafts(): Promise<void> {
  const [unread] = await read
    .select({ id: guideDrafts.id })
    .from(guideDrafts)
    .where(and(eq(guideDrafts.words, 0), ne(guideDrafts.body, '')))
    .limit(1)
  if (!unread) return
  const { indexDrafts } = await import('#features/draft/relint-writes.ts')
  await indexDrafts()
}

/** Nor can it say what a guide says: for the search, this is read once as well. */
async function readUnindexedGuides(): Promise<void> {
  const unread = await read
    .select({ id: guides.id, body: guides.body })
    .from(guides)
    .leftJoin(guideTexts, eq(guideTexts.guideId, guides.id))
    .where(isNull(guideTexts.guideId))
  if (unread.length === 0) return
  const { parseBody } = await import('#features/guide/guide-body.ts')
  const { saveText } = await import('#features/guide/guide-writes.ts')
  for (const { id, body } of unread) {
    const parsed = parseBody(body)
    await write((tx) => saveText(tx, id, parsed))
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  try {
    await prepare()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    closeDatabase()
  }
}
