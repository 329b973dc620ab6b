import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pickNode } from '../install.mjs'
import { root, Stop, stop } from '../run.mjs'
import { page, serving } from './serve.mjs'
import { signedIn } from './sign-in.mjs'

// How long an autosave of the flagship takes, as its editor waits for it; and how long after a publish a stranger sees the new
// text, on two servers with one database, neither of which is the process that published.
const saves = Number(process.env.SAVES ?? 60)
const publishes = Number(process.env.PUBLISHES ?? 5)
const data = join(root, 'data/bench-editing')
const [first, second] = [3341, 3342].map((port) => ({ port, origin: `http://localhost:${port}` }))

try {
  if (!first || !second) throw new Stop('unreachable')
  rmSync(data, { recursive: true, force: true })
  const node = pickNode()
  /** @param {{ port: number, origin: string }} site */
  const start = ({ port, origin }) =>
    serving(
      node,
      ['scripts/start.mjs'],
      { PORT: String(port), SITE_URL: origin, DATA_DIR: data, LOG_LEVEL: 'warn' },
      `${origin}${page}`,
    )
  // The second finds the build of the first.
  const servers = [await start(first), await start(second)]
  try {
    const cookie = await signedIn(node, first.origin, data, 'editor')
    const id = guideId()
    report('an autosave of the flagship', await autosaves(id, cookie), 100)
    const seen = await published(id)
    report('from a publish to a stranger, first server', seen[0] ?? [], 1000)
    report('from a publish to a stranger, second server', seen[1] ?? [], 1000)
  } finally {
    for (const server of servers) await server.stop()
  }
} catch (error) {
  stop(error)
}

function guideId() {
  const database = new Database(join(data, 'guidepost.db'), { readonly: true })
  const id = database.prepare('SELECT id FROM guide_drafts WHERE slug = ?').pluck().get(page.split('/').at(-1))
  database.close()
  return String(id)
}

/**
 * Saves as the editor's page does: the whole guide, a sentence longer each time.
 * @param {string} id
 * @param {string} cookie
 * @returns {Promise<number[]>} milliseconds
 */
async function autosaves(id, cookie) {
  const address = `${first?.origin}/admin/guides/${id}/draft`
  const { version, content } = await (await fetch(address, { headers: { Cookie: cookie } })).json()
  const times = []
  let baseVersion = version
  for (let count = 0; count < saves + 5; count++) {
    content.body += `\nOne more sentence, number ${count}.\n`
    const began = performance.now()
    const response = await fetch(address, {
      method: 'PUT',
      headers: { Cookie: cookie, Origin: first?.origin ?? '', 'Content-Type': 'application/json' },
      body: JSON.stringify({ baseVersion, content }),
    })
    const answer = await response.json()
    times.push(performance.now() - began)
    if (response.status !== 200) throw new Stop(`A save was answered with ${response.status}: ${answer.message}`)
    baseVersion = answer.version
  }
  return times.slice(5)
}

/**
 * Publishes from this process and asks both servers, over and over, until they show it.
 * @param {string} id
 * @returns {Promise<number[][]>} milliseconds, for each server
 */
async function published(id) {
  process.env.DATA_DIR = data
  process.env.AUTH_SECRET ??= 'not used here, but the settings must be whole'
  const { read } = await import('#db/client.ts')
  const { users } = await import('#db/schema/account.ts')
  const { contentOfRow } = await import('#features/draft/draft-content.ts')
  const { guideDrafts, guides } = await import('#db/schema/guide.ts')
  const { saveWorkingCopy } = await import('#features/draft/autosave-writes.ts')
  const { publishNow } = await import('#features/draft/publish-writes.ts')
  const [user] = await read.select({ id: users.id }).from(users).limit(1)
  // The saves before have made it longer than its kind may be.
  const body = (await read.select().from(guides)).find((each) => each.id === id)?.body ?? ''
  const taken = /** @type {number[][]} */ ([[], []])
  for (let turn = 0; turn < publishes; turn++) {
    const [row] = (await read.select().from(guideDrafts)).filter((each) => each.id === id)
    if (!row || !user) throw new Stop('The guide or its editor is not there')
    const standfirst = `Published for the ${turn + 1}. time, to see how soon it can be read.`
    const saved = await saveWorkingCopy(id, row.version, { ...contentOfRow(row), standfirst, body }, user.id)
    if (saved.kind !== 'saved') throw new Stop(`The guide was not saved: ${saved.kind}`)
    await publishNow({ guideId: id, version: saved.version, byId: user.id }, { note: '', tellings: [] })
    const began = performance.now()
    await Promise.all(
      [first, second].map(async (site, index) => {
        for (;;) {
          const text = await (await fetch(`${site?.origin}${page}`)).text()
          if (text.includes(standfirst)) break
          if (performance.now() - began > 10_000) throw new Stop('It did not show within ten seconds')
        }
        taken[index]?.push(performance.now() - began)
      }),
    )
  }
  return taken
}

/**
 * @param {string} what
 * @param {number[]} times
 * @param {number} wanted
 */
function report(what, times, wanted) {
  const sorted = times.toSorted((a, b) => a - b)
  const [half, most] = [0.5, 0.95].map((part) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN)
  console.log(`${what}: p50 ${half?.toFixed(1)} ms, p95 ${most?.toFixed(1)} ms (under ${wanted} ms wanted)`)
  if (!(most !== undefined && most < wanted)) process.exitCode = 1
}
