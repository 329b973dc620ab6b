import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pickNode } from '../install.mjs'
import { root, run, Stop, stop } from '../run.mjs'
import { authSecret } from '../secrets.mjs'

// Fills a database with guides and lets search.ts measure in it. GUIDES=10000 by default.
const data = join(root, 'data/bench-search')

try {
  const node = pickNode()
  const env = { ...process.env, DATA_DIR: data, AUTH_SECRET: authSecret() }
  rmSync(data, { recursive: true, force: true })
  for (const args of [
    ['scripts/prepare.ts'],
    ['scripts/bench/fill-guides.ts', process.env.GUIDES ?? '10000'],
    ['--conditions=react-server', 'scripts/bench/search.ts'],
  ]) {
    if ((await run(node, args, { env })) !== 0) throw new Stop(`${args.join(' ')} failed`)
  }
} catch (error) {
  stop(error)
} finally {
  rmSync(data, { recursive: true, force: true })
}
