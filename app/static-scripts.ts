import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// The address changes with the script, so that it may be kept for ever.
function sourceOf(name: string): string {
  const file = readFileSync(join(process.cwd(), 'public', name))
  return `/${name}?v=${createHash('sha256').update(file).digest('hex').slice(0, 10)}`
}

/** The documents' script. */
export const enhanceSource = sourceOf('enhance.js')

/** What suggests while somebody types into a search box; fetched when they go there. */
export const searchSource = sourceOf('search.js')
