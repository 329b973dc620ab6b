import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, databaseFile } from './client.ts'
import { migrate } from './migrate.ts'

/**
 * For tests: a migrated database of their own behind the doors of #db/client.ts.
 * Call it before anything reads the environment, once in a test file.
 * @returns what closes it and removes its folder
 */
export function testDatabase(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'guidepost-'))
  process.env.DATA_DIR = folder
  process.env.AUTH_SECRET ??= 'only for tests, and long enough for the rule'
  if (!databaseFile().startsWith(folder)) throw new Error('The environment was read before testDatabase()')
  migrate(databaseFile())
  return () => {
    closeDatabase()
    rmSync(folder, { recursive: true, force: true })
  }
}
