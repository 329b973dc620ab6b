import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './run.mjs'

/** The folder of what must be kept, as lib/env.ts finds it. */
export const dataFolder = resolve(root, process.env.DATA_DIR ?? 'data')

/**
 * Reads a secret from a file that only the owner may read, or makes it. What the environment says comes first.
 * @param {string} folder
 * @param {string} name
 * @param {string | undefined} given
 * @param {'base64' | 'base64url'} encoding
 */
function secret(folder, name, given, encoding) {
  if (given) return given
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, name)
  // 'wx' never overwrites: of two starts at once, one makes it and both read it.
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString(encoding), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    }
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * What sessions and recovery codes are signed with.
 * @param {string} [folder]
 */
export function authSecret(folder = dataFolder) {
  return secret(folder, 'secret', process.env.AUTH_SECRET, 'base64url')
}

/** Next derives the ids of server actions from it: kept, so that a form on a page opened before an upgrade still works. */
export function actionsKey() {
  return secret(dataFolder, 'actions-key', process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, 'base64')
}
