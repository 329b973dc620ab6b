import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeSlug from 'rehype-slug'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Block } from './guide-blocks.ts'
import { figuresOf, pictureElement, withoutLinks } from './guide-pictures.ts'

export interface Heading {
  id: string
  text: string
  depth: 2 | 3
}

export interface OutlineEntry {
  depth: number
  text: string
  line: number
}

export interface FinishedTree {
  tree: Root
  headings: Heading[]
  outline: OutlineEntry[]
  tables: number
}

const blockElements = ['gp-skill', 'gp-step', 'gp-cv-lines', 'gp-summary', 'gp-question', 'gp-related']

/** Raw HTML never gets this far, so every id in the tree is one of ours and needs no prefix against clobbering. */
const allowed: typeof defaultSchema = {
  ...defaultSchema,
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []), ...blockElements],
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto'],
    src: ['http', 'https'],
  },
  attributes: {
    ...defaultSchema.attributes,
    ...Object.fromEntries(blockElements.map((name) => [name, ['blockKey', 'skill', 'number', 'slug']])),
  },
}

const toHtml = unified()
  .use(remarkRehype, { clobberPrefix: 'note-', footnoteLabel: 'Notes' })
  .use(rehypeSanitize, allowed)
  .use(rehypeSlug)
  .freeze()

interface Finishing extends FinishedTree {
  blocks: Map<string, Block>
  ids: Set<string>
  /** How often a name was taken already. */
  repeats: Map<string, number>
  section: string | null
}

/**
 * Turns the Markdown tree into the one that is shown: sanitised, with unique ids, without positions.
 * Sets the section of each block on the way.
 */
export function finishTree(markdown: MarkdownRoot, blocks: Block[]): FinishedTree {
  const root = toHtml.runSync(markdown) as Root
  const finishing: Finishing = {
    tree: { type: 'root', children: [] },
    headings: [],
    outline: [],
    tables: 0,
    blocks: new Map(blocks.map((block) => [block.key, block])),
    ids: new Set(blocks.map(({ key }) => key)),
    repeats: new Map(),
    section: null,
  }
  finishing.tree.children = root.children.flatMap((child) => finish(child, finishing, false))
  const { tree, headings, outline, tables } = finishing
  return { tree, headings, outline, tables }
}

function finish<Content extends RootContent | ElementContent>(
  node: Content,
  finishing: Finishing,
  inNotes: boolean,
): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }]
  if (node.type !== 'element') return []
  if (node.tagName === 'img') return [withRel(pictureElement(node))]
  const element: Element = { type: 'element', tagName: node.tagName, properties: node.properties, children: [] }
  const notes = inNotes || 'dataFootnotes' in node.properties
  const line = node.position?.start.line ?? 1
  if (/^h[1-6]$/.test(node.tagName)) {
    const text = textOf(node)
    element.properties = { ...node.properties, id: uniqueId(headingId(node, notes), finishing) }
    if (!notes) noteHeading(Number(node.tagName[1]), text, String(element.properties.id), line, finishing)
  } else if (typeof node.properties.id === 'string') {
    finishing.ids.add(node.properties.id)
  }
  if (node.tagName.startsWith('gp-')) placeBlock(node, line, finishing)
  element.children = node.children.flatMap((child) => finish(child, finishing, notes))
  if (node.tagName === 'a') return [withRel({ ...element, children: withoutLinks(element.children) })]
  if (node.tagName === 'p') return figuresOf(element.children) ?? [element]
  if (node.tagName !== 'table') return [element]
  finishing.tables++
  return [{ type: 'element', tagName: 'gp-table', properties: {}, children: [element] }]
}

/** A link out of the site does not tell where it was followed from. */
function withRel<Node extends ElementContent>(node: Node): Node {
  if (node.type !== 'element' || node.tagName !== 'a' || !isExternal(node.properties.href)) return node
  return { ...node, properties: { ...node.properties, rel: ['noopener', 'noreferrer'] } }
}

function noteHeading(depth: number, text: string, id: string, line: number, finishing: Finishing): void {
  finishing.outline.push({ depth, text, line })
  if (depth === 2) finishing.section = id
  if (depth === 2 || depth === 3) finishing.headings.push({ id, text, depth })
}

function placeBlock(node: Element, line: number, finishing: Finishing): void {
  const block = finishing.blocks.get(String(node.properties.blockKey))
  if (!block || block.line !== line) return
  block.section = finishing.section
  if (block.kind !== 'skill') return
  finishing.outline.push({ depth: 3, text: block.heading, line })
  finishing.headings.push({ id: block.anchor, text: block.heading, depth: 3 })
}

/** What the notes call themselves is theirs, whatever a section is called. */
function headingId(node: Element, notes: boolean): string {
  const id = String(node.properties.id || 'section')
  return !notes && /^(note-fn|footnote-label)/.test(id) ? `section-${id}` : id
}

function uniqueId(wanted: string, { ids, repeats }: Finishing): string {
  let id = wanted
  // Counted on from where the last one of this name ended: thousands may be called the same.
  let count = repeats.get(wanted) ?? 0
  while (ids.has(id)) id = `${wanted}-${++count}`
  repeats.set(wanted, count)
  ids.add(id)
  return id
}

function textOf(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('').trim() : ''
}

/** By what a browser would do with it: //host and /\host leave the site as well. */
function isExternal(href: unknown): boolean {
  if (typeof href !== 'string') return false
  const here = 'http://here.invalid'
  try {
    const url = new URL(href, here)
    return url.origin !== here && url.protocol !== 'mailto:'
  } catch {
    return false
  }
}
