import type { Root } from 'hast'
import type { Root as MarkdownRoot, Nodes } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Block, type BodyProblem, readBlocks } from './guide-blocks.ts'
import { finishTree, type Heading, type OutlineEntry } from './guide-tree.ts'

export type { Block, BodyProblem } from './guide-blocks.ts'
export type { Heading } from './guide-tree.ts'

/** A run of text as it was written, for those who look at wording. Code stands in backticks. */
export interface Prose {
  line: number
  text: string
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
  problems: BodyProblem[]
}

const bytesAtMost = 400_000
/** Of text without an empty line: the parser takes quadratic time in some of them. */
const runAtMost = 32_000
/** In these it takes quadratic time as well, empty lines or not. */
const underlinesAtMost = 500
const depthAtMost = 40
const wordsPerMinute = 220

// A lone ~ stays a tilde: "about ~10" twice in a paragraph is no deletion.
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective).freeze()

/**
 * The only parser of guides. Never throws: what cannot be read becomes a problem, with an empty tree.
 * @param markdown the body, without front matter
 */
export function parseBody(markdown: string): GuideBody {
  const source = markdown.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD').toWellFormed()
  if (Buffer.byteLength(source) > bytesAtMost) {
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
    const root: MarkdownRoot = parser.parse(source)
    const below = tooDeepNode(root)
    if (below) return unreadable(below, tooDeep)
    const { blocks, problems } = readBlocks(root, source)
    const { prose, words } = readProse(root, blocks)
    const finished = finishTree(root, blocks)
    return { ...finished, blocks, words, prose, problems: problems.sort((a, b) => a.line - b.line) }
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

function unreadable(line: number, message: string): GuideBody {
  return {
    tree: { type: 'root', children: [] },
    headings: [],
    blocks: [],
    words: 0,
    tables: 0,
    outline: [],
    prose: [],
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
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'heading') {
      const text = wording(node)
      words += countWords(text)
      if (node.type !== 'heading') prose.push({ line: node.position?.start.line ?? 1, text })
    } else if (node.type === 'code') {
      words += countWords(node.value)
    } else if ('children' in node) {
      for (const child of node.children) visit(child)
    }
  }
  visit(root)
  return { prose, words }
}

function wording(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'inlineCode') return `\`${node.value}\``
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(wording).join('') : ''
}
