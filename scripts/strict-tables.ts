import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// drizzle-kit has no word for STRICT tables. This adds it to the CREATE TABLEs that it has just generated.
const folder = join(import.meta.dirname, '../db/migrations')

for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const file = join(folder, name)
  const before = readFileSync(file, 'utf8')
  const after = before.replace(/(CREATE TABLE [\s\S]*?\n\));/g, '$1 STRICT;')
  if (after !== before) {
    writeFileSync(file, after)
    process.stdout.write(`STRICT tables: ${name}\n`)
  }
}
