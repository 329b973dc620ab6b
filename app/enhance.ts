import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const file = readFileSync(join(process.cwd(), 'public/enhance.js'))

/** The address of the documents' script; it changes with the script, so that it may be kept for ever. */
export const enhanceSource = `/enhance.js?v=${createHash('sha256').update(file).digest('hex').slice(0, 10)}`
