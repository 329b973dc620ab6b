import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The scripts of documents, as they lie in public/. */
export const staticScripts = ['enhance.js', 'search.js'] as const

/** The address of a script with the version that its text has: what is under it never changes. */
export function versioned(name: (typeof staticScripts)[number]): string {
  const file = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'public', name))
  return `/${name}?v=${createHash('sha256').update(file).digest('hex').slice(0, 10)}`
}
