import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { root, run, Stop } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * A browser that is here already: the one named by CHROMIUM_PATH, Playwright's own, or the system's.
 * @returns {string | undefined} its path
 */
export function installedChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  return [playwrights(), ...systems()].find((path) => path !== undefined && existsSync(path) && starts(path))
}

/**
 * A browser to test with, fetched if there is none: Playwright's own where it can be had, else Debian's package.
 * @param {string} node
 */
export async function findChromium(node) {
  const found = installedChromium()
  if (found) return found
  const isRoot = process.getuid?.() === 0
  process.stdout.write('Fetching a browser ...\n')
  const args = ['node_modules/@playwright/test/cli.js', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']
  await run(node, args, { timeout: 90_000 })
  const fetched = installedChromium()
  if (fetched) return fetched
  const sudo = isRoot ? [] : ['sudo', '-n']
  for (const step of [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ]) {
    const [command = '', ...rest] = [...sudo, ...step]
    await run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 240_000 }).catch(
      () => 1,
    )
  }
  const installed = installedChromium()
  if (installed) return installed
  throw new Stop('The browser tests need Chromium, and it could not be fetched: install it, or set CHROMIUM_PATH.')
}

// Where Playwright would put its own; the packages need not be installed yet.
function playwrights() {
  try {
    const require = createRequire(join(root, 'package.json'))
    const path = /** @type {unknown} */ (require('playwright-core').chromium.executablePath())
    return typeof path === 'string' ? path : undefined
  } catch {
    return undefined
  }
}

function systems() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere]
}

// A browser whose libraries are missing is there, but no use. On Windows asking for the version opens a window.
/** @param {string} path */
function starts(path) {
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
