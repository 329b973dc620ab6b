import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, Stop } from './run.mjs'
import { actionsKey } from './secrets.mjs'

// What a build is made of. Content is read at run time, and tests by nobody.
const folders = ['app', 'components', 'features', 'lib', 'db', 'public']
const files = ['instrumentation.ts', 'next.config.ts', 'package-lock.json', 'postcss.config.mjs', 'tsconfig.json']
const stampFile = join(root, '.next/guidepost-build')

/** The environment of every program that builds or serves the site. */
export function siteEnv() {
  return {
    ...process.env,
    NODE_ENV: /** @type {const} */ ('production'),
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(),
  }
}

/**
 * Builds the site, unless the last build was of these very sources.
 * @param {string} node
 */
export async function build(node) {
  const stamp = fingerprint(node)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  // Gone first: a build that breaks off must not pass for a good one.
  rmSync(stampFile, { force: true })
  process.stdout.write('Building the site ...\n')
  const code = await run(node, ['node_modules/next/dist/bin/next', 'build'], { env: siteEnv() })
  if (code !== 0) throw new Stop('The site could not be built: the reason stands above.')
  writeFileSync(stampFile, stamp)
}

/** @param {string} node */
function fingerprint(node) {
  const hash = createHash('sha256').update(`${node} ${process.platform} ${actionsKey()}\n`)
  const all = [...files.filter((file) => existsSync(join(root, file))), ...folders.flatMap((folder) => list(folder))]
  for (const path of all.sort()) {
    const content = readFileSync(join(root, path))
    hash.update(`${path} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function list(folder) {
  if (folder === 'db/content' || !existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return list(path)
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path]
  })
}
