import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, databaseFile } from '#db/client.ts'
import { accessible } from './accessible.ts'
import { accountOf } from './editors.ts'
import { expect, origin, test } from './fixtures.ts'
import { signIn } from './paths.ts'

const root = join(import.meta.dirname, '..')
const flags = ['--disable-warning=ExperimentalWarning']

let folder = ''
const servers: ChildProcess[] = []
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'transfer-'))
})
test.afterAll(async () => {
  for (const server of servers) {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

const settings = (dataDir: string) => ({ ...process.env, DATA_DIR: dataDir, NODE_ENV: 'production' as const })

/** Runs a command of ours on a data folder. */
const command = (dataDir: string, script: string, ...args: string[]): string =>
  execFileSync(process.execPath, [...flags, join('scripts', script), ...args], {
    cwd: root,
    env: settings(dataDir),
    encoding: 'utf8',
  })

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The same build on another data folder. Both call themselves by the same address, so that their pages may be the same. */
async function serve(dataDir: string): Promise<string> {
  const port = String(await freePort())
  const env = { ...settings(dataDir), PORT: port, HOST: 'localhost', SITE_URL: origin, LOG_LEVEL: 'warn' }
  const args = [...flags, 'scripts/serve.ts']
  servers.push(spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' }))
  const at = `http://localhost:${port}`
  await expect
    .poll(
      () =>
        fetch(`${at}/healthz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200)
  return at
}

/** Every document of a site. */
function documents(dataDir: string): string[] {
  const database = connect(join(dataDir, 'guidepost.db'), { readonly: true })
  try {
    const slugs = (table: string) =>
      database.prepare<[], string>(`select slug from ${table} order by slug`).pluck().all()
    return [
      ...['/', '/guides', '/skills', '/roles', '/assess', '/about'],
      ...['guides', 'roles', 'authors'].flatMap((table) => slugs(table).map((slug) => `/${table}/${slug}`)),
      // Every sixth: their texts are compared row by row in the unit tests.
      ...slugs('skills where unfinished = 0').flatMap((slug, at) => (at % 6 === 0 ? `/skills/${slug}` : [])),
    ]
  } finally {
    database.close()
  }
}

test('export, wipe, import: a second site shows the same documents, byte for byte', async () => {
  test.setTimeout(180_000)
  // A copy that nobody else changes meanwhile, as other tests do.
  const [one, two] = [join(folder, 'one'), join(folder, 'two')]
  mkdirSync(one)
  const live = connect(databaseFile(), { readonly: true })
  await live.backup(join(one, 'guidepost.db'))
  live.close()
  const pictures = join(process.env.DATA_DIR ?? '', 'pictures')
  if (existsSync(pictures)) cpSync(pictures, join(one, 'pictures'), { recursive: true })

  const content = join(folder, 'content')
  command(one, 'content-export.ts', content)
  expect(command(two, 'content-import.ts', content)).toContain('Nothing was changed.')
  expect(command(two, 'content-import.ts', content, '--apply')).toMatch(/Brought in: \d+/)

  const [first, second] = [await serve(one), await serve(two)]
  const paths = documents(one)
  expect(documents(two)).toEqual(paths)
  expect(paths.length).toBeGreaterThan(30)
  for (const path of paths) {
    const [a, b] = await Promise.all([first, second].map((at) => fetch(`${at}${path}`)))
    expect(b?.status, path).toBe(a?.status)
    expect(await b?.text(), path).toBe(await a?.text())
  }
})

test('an admin takes the content along, and sees what bringing it in would do', async ({ page, watch }) => {
  test.slow()
  watch.expect(/status of 400/)
  await signIn(page, await accountOf('admin'))
  await page.goto('/admin/transfer')
  await accessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the content' }).click()
  const zip = await (await download).path()
  expect((await download).suggestedFilename()).toMatch(/^guidepost-content-\d{4}-\d{2}-\d{2}\.zip$/)
  expect(readFileSync(zip).subarray(0, 2).toString()).toBe('PK')

  await page
    .getByLabel('A zip with content')
    .setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('GIF89a') })
  await page.getByRole('button', { name: 'See what it would change' }).click()
  await expect(page.locator('#zip-error')).toHaveText(/This is no zip file/)

  await page.getByLabel('A zip with content').setInputFiles(zip)
  await page.getByRole('button', { name: 'See what it would change' }).click()
  await page.waitForURL(/\/admin\/transfer\/import\/[\w-]{22}$/)
  await expect(page.getByText(/are the same already\.$/)).toBeVisible()
  await accessible(page)
  // Somebody else's upload is nobody else's business.
  const theirs = new URL(page.url()).pathname
  await page.context().clearCookies()
  await signIn(page, await accountOf('admin'))
  await page.goto(theirs)
  await expect(page.getByText('This zip is not kept any more')).toBeVisible()
})
