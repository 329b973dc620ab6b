import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** The files of a content folder, wherever they come from. Paths are those inside the folder. */
export interface ContentSource {
  texts: ReadonlyMap<string, string>
  pictures: ReadonlyMap<string, () => Promise<Buffer>>
  /** What lay beside them and was not looked at. */
  notRead: string[]
  /** A path as the person who has to mend the file knows it. */
  shown: (path: string) => string
}

/** The parts of a content folder, with the ending of their files. */
export const parts = {
  skills: '.yml',
  roles: '.yml',
  authors: '.yml',
  categories: '.yml',
  guides: '.md',
  drafts: '.md',
} as const

const single = new Set(['site.yml', 'redirects.yml', 'origins.yml'])

/** What a path inside a content folder is. Whatever stands in a part has to be one of its files, so it is read. */
export function kindOfPath(path: string): 'text' | 'picture' | 'hidden' | 'unknown' {
  const [part = '', ...rest] = path.split('/')
  if (path.split('/').some((each) => each.startsWith('.') || each === '__MACOSX')) return 'hidden'
  if (single.has(path) || (rest.length === 1 && part in parts)) return 'text'
  if (/^pictures\/[\w-]{22}\.yml$/.test(path)) return 'text'
  if (/^pictures\/[\w-]{22}\/[1-9]\d{0,4}\.webp$/.test(path)) return 'picture'
  return 'unknown'
}

/** A text without what some programs put around it. */
export const cleanText = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/** Reads a folder. A part that is missing is an empty one. */
export function readFolder(folder: string): ContentSource {
  const texts = new Map<string, string>()
  const pictures = new Map<string, () => Promise<Buffer>>()
  const notRead: string[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) continue
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')
    const whole = join(folder, path)
    const kind = entry.isFile() ? kindOfPath(path) : 'unknown'
    if (kind === 'text') texts.set(path, cleanText(readFileSync(whole, 'utf8')))
    else if (kind === 'picture') pictures.set(path, () => readFile(whole))
    else if (kind === 'unknown') notRead.push(path)
  }
  return {
    texts: sorted(texts),
    pictures,
    notRead: notRead.sort(),
    shown: (path) => relative(process.cwd(), join(folder, path)),
  }
}

/** In the order of their names, whatever the order on the disk. */
export const sorted = <Value>(map: Map<string, Value>): Map<string, Value> =>
  new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
