import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Writes a migration from a change of db/schema: `npm run db:generate -- --name what_changes`. drizzle-kit has no word for
// STRICT tables, so it is added to the CREATE TABLEs that it has just generated.
const root = join(import.meta.dirname, '..')
const folder = join(root, 'db/migrations')

const kit = [join(root, 'node_modules/drizzle-kit/bin.cjs'), 'generate', ...process.argv.slice(2)]
process.exitCode = spawnSync(process.execPath, kit, { stdio: 'inherit', cwd: root }).status ?? 1

for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const file = join(folder, name)
  const before = readFileSync(file, 'utf8')
  const after = before.replace(/(CREATE TABLE [\s\S]*?\n\));/g, '$1 STRICT;')
  if (after !== before) {
    writeFileSync(file, after)
    process.stdout.write(`STRICT tables: ${name}\n`)
  }
}
