import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, Stop } from './run.mjs'

const oldestNode = [22, 18]
const stampFile = join(root, 'node_modules/.guidepost-install')

/** Installs the packages of the lockfile, unless these very ones are there already. */
export async function install() {
  const lock = join(root, 'package-lock.json')
  const stamp = `${createHash('sha256').update(readFileSync(lock)).digest('hex')} ${process.platform}-${process.arch}\n`
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  if (!installedByHand(lock)) {
    process.stdout.write('Installing the packages ...\n')
    // The tools that build the site are development packages; a NODE_ENV from outside must not leave them out.
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
    if ((await npm(args)) !== 0) throw new Stop('The packages could not be installed: npm says why above.')
  }
  writeFileSync(stampFile, stamp)
}

// npm writes this file last; after a hand-made `npm ci` it is younger than the lockfile.
/** @param {string} lock */
function installedByHand(lock) {
  const written = join(root, 'node_modules/.package-lock.json')
  return !existsSync(stampFile) && existsSync(written) && statSync(written).mtimeMs >= statSync(lock).mtimeMs
}

/** @param {string[]} args */
function npm(args) {
  const env = { ...process.env }
  Reflect.deleteProperty(env, 'NODE_ENV')
  // Set when npm started us; else the program on the PATH, which Windows finds through its shell only.
  const own = process.env.npm_execpath
  return own?.endsWith('.js')
    ? run(process.execPath, [own, ...args], { env })
    : run('npm', args, { env, shell: process.platform === 'win32' })
}

/**
 * The Node that runs the site: the one that came with the packages where there is one, else the one that runs this.
 * @returns {string} its path
 */
export function pickNode() {
  const own = join(root, 'node_modules/.bin/node')
  const node = existsSync(own) && versionOf(own) ? own : process.execPath
  const version = versionOf(node)
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldMajor = 0, oldMinor = 0] = oldestNode
  if (major < oldMajor || (major === oldMajor && minor < oldMinor)) {
    throw new Stop(
      `Guidepost needs Node ${oldestNode.join('.')} or newer, and this is ${version}: see https://nodejs.org.`,
    )
  }
  return node
}

// Empty where it cannot run, as a build for another C library.
/** @param {string} node */
function versionOf(node) {
  if (node === process.execPath) return process.versions.node
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim().replace(/^v/, '') : ''
}
