import type { Root } from 'hast'
import type { Root as MarkdownRoot, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { type Block, type BodyProblem, readBlocks } from './guide-blocks.ts'
import { finishTree, type Heading, type OutlineEntry } from './guide-tree.ts'
import { markdownParser } from './markdown-parser.ts'

export type { Block, BodyProblem } from './guide-blocks.ts'
export type { Heading } from './guide-tree.ts'

/** A run of text as it was written, for those who look at wording. Code stands in backticks. */
export interface Prose {
  line: number
  text: string
  /** Whether a link or a note stands in it, or anywhere in its table: somewhere to look its facts up. */
  sourced: boolean
  /** The directive that it stands in, such as cv-lines; null outside of all of them. */
  within: string | null
  /** Whether it is a cell of a table, and so hardly ever a sentence. */
  cell: boolean
}

export interface Picture {
  line: number
  url: string
  /** What it says to whoever cannot see it. */
  alt: string
}

/** A guide's body, read once. Everything that shows, indexes or checks a guide starts here. */
export interface GuideBody {
  /** Sanitised HTML tree; blocks are `gp-*` elements with a `blockKey`. */
  tree: Root
  /** For the contents list: `##`, `###`, and the headings of skill blocks as `###`. */
  headings: Heading[]
  blocks: Block[]
  words: number
  tables: number
  /** Every heading with its depth as it was written. */
  outline: OutlineEntry[]
  prose: Prose[]
  pictures: Picture[]
  problems: BodyProblem[]
}

const bytesAtMost = 400_000
/** Of text without an empty line: the parser takes quadratic time in some of them. */
const runAtMost = 32_000
/** In these it takes quadratic time as well, empty lines or not. */
const underlinesAtMost = 500
const depthAtMost = 40
const wordsPerMinute = 220

/**
 * The only parser of guides. Never throws: what cannot be read becomes a problem, with an empty tree.
 * @param markdown the body, without front matter
 */
export function parseBody(markdown: string): GuideBody {
  const source = markdown.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD').toWellFormed()
  if (new TextEncoder().encode(source).length > bytesAtMost) {
    return unreadable(1, `The text is longer than ${bytesAtMost / 1000} kB. Make two guides of it.`)
  }
  const long = longRun(source)
  if (long) return unreadable(long, `This paragraph, list or table is longer than ${runAtMost / 1000} kB. Break it up.`)
  if ((source.match(/^ {0,3}(?:=+|-+)[ \t]*$/gm)?.length ?? 0) > underlinesAtMost) {
    return unreadable(1, `There are more than ${underlinesAtMost} underlined headings. Write headings with ##.`)
  }
  const deep = deepLine(source)
  if (deep) return unreadable(deep, tooDeep)
  try {
    const root: MarkdownRoot = markdownParser.parse(source)
    const below = tooDeepNode(root)
    if (below) return unreadable(below, tooDeep)
    const { blocks, problems } = readBlocks(root, source)
    const { prose, words } = readProse(root, blocks)
    const pictures = readPictures(root)
    const finished = finishTree(root, blocks)
    return { ...finished, blocks, words, prose, pictures, problems: problems.sort((a, b) => a.line - b.line) }
  } catch (error) {
    // The stack of the parser itself is the last limit that a nesting can meet.
    if (error instanceof RangeError) return unreadable(1, tooDeep)
    throw error
  }
}

/** @returns how long a text takes to read, in whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.ceil(words / wordsPerMinute))
}

/** @returns the words of a text: runs between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

const tooDeep = `Quotes, lists or brackets stand more than ${depthAtMost} deep in each other here. Take some of them out.`

/** Said of a text that was given up on: the parser never stops by itself, however long it takes. */
export const tooSlow =
  'This text takes too long to read, so nobody could be shown it. It is kept as it is. Take out passages that repeat a sign or a pattern hundreds of times, or make two guides of it.'

/** A body of which nothing can be shown, and why. */
export function unreadable(line: number, message: string): GuideBody {
  return {
    tree: { type: 'root', children: [] },
    headings: [],
    blocks: [],
    words: 0,
    tables: 0,
    outline: [],
    prose: [],
    pictures: [],
    problems: [{ line, message }],
  }
}

function longRun(source: string): number | null {
  let run = 0
  for (const [index, line] of source.split('\n').entries()) {
    run = line.trim() === '' ? 0 : run + line.length + 1
    if (run > runAtMost) return index + 1
  }
  return null
}

/** The parser takes quadratic time in markers such as > > > and [[[, so these are counted before it sees them. */
function deepLine(source: string): number | null {
  const lines = source.split('\n')
  for (const [index, line] of lines.entries()) {
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
    const marker = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y
    let count = 0
    while (marker.test(line)) count++
    const ruler = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/.test(line)
    if (!ruler && (count > depthAtMost || (indent > depthAtMost * 6 && line.trim() !== ''))) return index + 1
    if (openBrackets(line) > depthAtMost * 2) return index + 1
  }
  return null
}

function openBrackets(line: string): number {
  let open = 0
  let most = 0
  for (const character of line) {
    if (character === '[') most = Math.max(most, ++open)
    else if (character === ']' && open > 0) open--
  }
  return most
}

/** Walks with a list instead of calls, so that it survives what it looks for. */
function tooDeepNode(root: Nodes): number | null {
  const open: { node: Nodes; depth: number; line: number }[] = [{ node: root, depth: 0, line: 1 }]
  for (let entry = open.pop(); entry; entry = open.pop()) {
    if (entry.depth > depthAtMost * 3) return entry.line
    if (!('children' in entry.node)) continue
    for (const child of entry.node.children) {
      open.push({ node: child, depth: entry.depth + 1, line: child.position?.start.line ?? entry.line })
    }
  }
  return null
}

function readProse(root: MarkdownRoot, blocks: Block[]): { prose: Prose[]; words: number } {
  const prose: Prose[] = []
  let words = blocks.reduce((sum, { heading }) => sum + countWords(heading), 0)
  const read = (node: Nodes, within: string | null, sourced: boolean): void => {
    if (node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'heading') {
      const text = wording(node)
      words += countWords(text)
      const line = node.position?.start.line ?? 1
      if (node.type === 'heading') return
      prose.push({ line, text, sourced: sourced || hasSource(node), within, cell: node.type === 'tableCell' })
    } else if (node.type === 'code') {
      words += countWords(node.value)
    } else if ('children' in node) {
      const inside = node.type === 'containerDirective' ? node.name : within
      // The source of a table stands in one of its cells, and a note is one.
      const ofTable = sourced || node.type === 'footnoteDefinition' || (node.type === 'table' && hasSource(node))
      for (const child of node.children) read(child, inside, ofTable)
    }
  }
  read(root, null, false)
  return { prose, words }
}

function readPictures(root: MarkdownRoot): Picture[] {
  const addresses = definitionsOf(root)
  const pictures: Picture[] = []
  visit(root, (node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return
    const url = node.type === 'image' ? node.url : (addresses.get(node.identifier) ?? '')
    pictures.push({ line: node.position?.start.line ?? 1, url, alt: node.alt?.trim() ?? '' })
  })
  return pictures
}

/** Where pictures that are named by reference, ![text][name], have their address. */
function definitionsOf(root: MarkdownRoot): Map<string, string> {
  const addresses = new Map<string, string>()
  visit(root, 'definition', ({ identifier, url }) => {
    addresses.set(identifier, url)
  })
  return addresses
}

function hasSource(node: Nodes): boolean {
  if (node.type === 'link' || node.type === 'linkReference' || node.type === 'footnoteReference') return true
  return 'children' in node && node.children.some(hasSource)
}

function wording(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'inlineCode') return `\`${node.value}\``
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(wording).join('') : ''
}
