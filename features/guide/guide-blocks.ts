import type { Link, Nodes, Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Rank } from '#lib/levels.ts'
import { Attributes, type BodyProblem, type Container, slugPattern } from './block-attributes.ts'

export type { BodyProblem } from './block-attributes.ts'

interface BlockBase {
  /** Stable in the guide: a reader's progress hangs on it. */
  key: string
  heading: string
  /** The id of the element to link to. */
  anchor: string
  /** The id of the `##` it stands under, or null before the first one. */
  section: string | null
  line: number
}

export type SkillBlock = BlockBase & { kind: 'skill'; ref: string }
export type StepBlock = BlockBase & { kind: 'step'; skills: string[]; hours: number; done: string; reaches?: Rank }
export type CvLinesBlock = BlockBase & { kind: 'cvLines'; skills: string[]; lines: string[] }
export type SummaryBlock = BlockBase & { kind: 'summary'; skills: string[]; text: string }
export type QuestionBlock = BlockBase & { kind: 'question'; skill: string; question: string }
export type RelatedBlock = BlockBase & { kind: 'related'; slug: string }
export type Block = SkillBlock | StepBlock | CvLinesBlock | SummaryBlock | QuestionBlock | RelatedBlock

const questionPattern = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/

type Leaf = Extract<RootContent, { type: 'leafDirective' }>
type Inline = Extract<PhrasingContent, { type: 'textDirective' }>

/** What each kind of block may carry in its braces. */
const attributesOf: Record<string, readonly string[]> = {
  skill: ['ref'],
  step: ['id', 'skills', 'hours', 'done', 'reaches'],
  'cv-lines': ['id', 'skills'],
  summary: ['id', 'skills'],
  question: ['ref'],
}
const names = Object.keys(attributesOf)

/** Everything that is found on the way through one body. */
interface Reading {
  source: string
  blocks: Block[]
  problems: BodyProblem[]
  keys: Set<string>
  steps: number
}

/**
 * Finds the blocks of a parsed body. Changes the tree on the way: blocks get the name of their element, and what only
 * looks like a directive (10:30) becomes the text that was typed.
 */
export function readBlocks(tree: Root, source: string): { blocks: Block[]; problems: BodyProblem[] } {
  const reading: Reading = { source, blocks: [], problems: [], keys: new Set(), steps: 0 }
  walk(tree, reading, null)
  return { blocks: reading.blocks, problems: reading.problems }
}

const lineOf = (node: Nodes): number => node.position?.start.line ?? 1

function walk(parent: Parent, reading: Reading, block: string | null): void {
  parent.children = parent.children.flatMap((node): RootContent[] => {
    if (node.type === 'containerDirective') return readContainer(node, reading, block)
    if (node.type === 'leafDirective') return readLeaf(node, reading)
    if (node.type === 'textDirective') return readInline(node, reading)
    if (node.type === 'heading') readHeading(node, reading, block)
    if (node.type === 'paragraph') readParagraph(node, reading)
    if ('children' in node) walk(node, reading, block)
    return [node]
  })
}

function readHeading(node: Extract<RootContent, { type: 'heading' }>, { problems }: Reading, block: string | null) {
  if (node.depth === 1) {
    problems.push({
      line: lineOf(node),
      message: 'Sections begin with ##. The one # heading of the page is the title in the front matter.',
    })
    node.depth = 2
  }
  if (block && node.depth < 4) {
    problems.push({
      line: lineOf(node),
      message: `This heading stands inside a ${block} block. Close the block with ::: before it, or use ####.`,
    })
  }
}

/** A line that begins with ::: and is still a paragraph was meant to be a block. */
function readParagraph(node: Paragraph, { source, problems }: Reading): void {
  if (node.data && 'directiveLabel' in node.data) return
  const start = node.position?.start.offset ?? 0
  const raw = source.slice(start, node.position?.end.offset ?? start)
  raw.split('\n').forEach((text, index) => {
    const line = lineOf(node) + index
    if (/^\s*:{3,}\s*$/.test(text)) {
      problems.push({ line, message: 'This ::: closes no block. Remove it, or look for a block that ends too early.' })
    } else if (/^\s*:{3,}\s*[\p{L}\p{N}]/u.test(text)) {
      problems.push({
        line,
        message:
          'This block could not be read: check that each [, { and " of the line is closed, with no spaces before [ or {.',
      })
    }
  })
}

function readContainer(node: Container, reading: Reading, outer: string | null): RootContent[] {
  const { problems } = reading
  const line = lineOf(node)
  if (!names.includes(node.name)) {
    problems.push({ line, message: `There is no block called "${node.name}". The blocks are ${names.join(', ')}.` })
    node.data = { ...node.data, hName: 'div' }
    walk(node, reading, outer)
    return [node]
  }
  if (outer) {
    problems.push({
      line,
      message: `A ${node.name} block begins inside a ${outer} block. Blocks do not nest: close the first with :::.`,
    })
  } else if (!isClosed(node, reading.source)) {
    problems.push({ line, message: `This ${node.name} block is never closed. Put ::: in a line of its own after it.` })
  }
  const label = node.children[0]
  const heading = label?.type === 'paragraph' && label.data?.directiveLabel ? textOf(label).trim() : ''
  if (label?.type === 'paragraph' && label.data?.directiveLabel) node.children = node.children.slice(1)
  const block = blockOf(node, heading, reading)
  walk(node, reading, node.name)
  const properties: Record<string, string | number> = {}
  if (block) {
    properties.blockKey = block.key
    if (block.kind === 'skill') properties.skill = block.ref
    if (block.kind === 'step') properties.number = ++reading.steps
    if (reading.keys.has(block.key)) problems.push(duplicate(block))
    else reading.blocks.push(block)
    reading.keys.add(block.key)
  }
  node.data = { ...node.data, hName: `gp-${node.name}`, hProperties: properties }
  return [node]
}

function duplicate(block: Block): BodyProblem {
  const what =
    block.kind === 'skill'
      ? `The skill "${block.ref}" already has a block in this guide. Each skill may have one.`
      : block.kind === 'question'
        ? `The question "${block.skill}/${block.question}" already stands in this guide.`
        : `The id "${block.key}" is used twice in this guide. Each block needs its own.`
  return { line: block.line, message: what }
}

/** The parser closes an open block at the end of the text without a word. */
function isClosed(node: Container, source: string): boolean {
  const raw = source.slice(node.position?.start.offset, node.position?.end.offset)
  const fence = /^:+/.exec(raw)?.[0] ?? ':::'
  const last = raw.slice(raw.lastIndexOf('\n') + 1).replace(/^[\s>]*/, '')
  return raw.includes('\n') && /^:+\s*$/.test(last) && last.trim().length >= fence.length
}

type Builder = (read: Attributes, node: Container, base: (key: string) => BlockBase) => Block | null

const builders: Record<string, Builder> = {
  skill: (read, _, base) => {
    const ref = read.slug('ref')
    return ref ? { kind: 'skill', ...base(`skill-${ref}`), ref } : null
  },
  step: (read, _, base) => {
    const id = read.slug('id')
    const skills = read.slugs('skills')
    const hours = read.hours('hours')
    const done = read.words('done')
    const reaches = read.rank('reaches')
    return id ? { kind: 'step', ...base(id), skills, hours, done, ...(reaches && { reaches }) } : null
  },
  'cv-lines': (read, node, base) => {
    const id = read.slug('id')
    const skills = read.slugs('skills')
    const lines = linesOf(node)
    if (!lines) read.fault('A cv-lines block holds one bullet list, one CV line an item.')
    return id ? { kind: 'cvLines', ...base(id), skills, lines: lines ?? [] } : null
  },
  summary: (read, node, base) => {
    const id = read.slug('id')
    const skills = read.slugs('skills')
    const text = node.children.map((child) => textOf(child).trim()).join('\n\n')
    if (text === '') read.fault('A summary block holds the sample summary, and this one is empty.')
    return id ? { kind: 'summary', ...base(id), skills, text } : null
  },
  question: (read, _, base) => {
    const ref = read.words('ref')
    const [, skill, question] = questionPattern.exec(ref) ?? []
    if (ref && !question) read.fault(`"${ref}" is no question: write ref="skill-slug/question-id".`)
    if (!skill || !question) return null
    return { kind: 'question', ...base(`question-${skill}-${question}`), skill, question }
  },
}

function blockOf(node: Container, heading: string, { problems }: Reading): Block | null {
  const line = lineOf(node)
  const attributes = new Attributes(node, line, problems)
  attributes.refuseUnknown(attributesOf[node.name] ?? [])
  if ((node.name === 'skill' || node.name === 'step') && heading === '') {
    attributes.fault(`This ${node.name} has no heading yet.`)
  }
  const base = (key: string): BlockBase => ({ key, heading, anchor: key, section: null, line })
  const block = builders[node.name]?.(attributes, node, base) ?? null
  attributes.end()
  return block
}

function linesOf(node: Container): string[] | null {
  const list = node.children[0]
  if (list?.type !== 'list' || node.children.length > 1) return null
  const lines = list.children.map((item) => item.children.map((child) => textOf(child).trim()).join(' '))
  return lines.every((line) => line !== '') ? lines : null
}

function readLeaf(node: Leaf, reading: Reading): RootContent[] {
  if (node.name === 'related' || names.includes(node.name)) {
    const right = node.name === 'related' ? ':related[slug] with one colon' : `:::${node.name} with three colons`
    reading.problems.push({ line: lineOf(node), message: `::${node.name} is not read. Write ${right}.` })
  }
  const children = literal(node, reading)
  return children.length > 0 ? [{ type: 'paragraph', children, ...(node.position && { position: node.position }) }] : []
}

function readInline(node: Inline, reading: Reading): RootContent[] {
  if (node.name !== 'related') return literal(node, reading)
  const slug = textOf(node).trim()
  const line = lineOf(node)
  if (!slugPattern.test(slug)) {
    reading.problems.push({
      line,
      message:
        slug === ''
          ? 'This related guide is not chosen yet.'
          : `"${slug}" is no guide: write :related[the-slug-of-a-guide].`,
    })
    return literal(node, reading)
  }
  const key = `related-${slug}`
  // A guide may point to the same one twice; the first mention is the block.
  if (!reading.keys.has(key)) {
    reading.blocks.push({ kind: 'related', key, heading: '', anchor: key, section: null, line, slug })
    reading.keys.add(key)
  }
  node.children = []
  node.data = { ...node.data, hName: 'gp-related', hProperties: { blockKey: key, slug } }
  return [node]
}

/** What was typed, with the Markdown inside its brackets still read. */
function literal(node: Inline | Leaf, reading: Reading): PhrasingContent[] {
  const from = node.position?.start.offset ?? 0
  const to = node.position?.end.offset ?? from
  const first = node.children[0]?.position?.start.offset
  const last = node.children.at(-1)?.position?.end.offset
  if (first === undefined || last === undefined) return [{ type: 'text', value: reading.source.slice(from, to) }]
  const holder: Pick<Link, 'type' | 'children' | 'url'> = { type: 'link', url: '', children: node.children }
  walk(holder, reading, null)
  return [
    { type: 'text', value: reading.source.slice(from, first) },
    ...holder.children,
    { type: 'text', value: reading.source.slice(last, to) },
  ]
}
