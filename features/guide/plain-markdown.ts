import type { Nodes } from 'mdast'
import type { Block } from './guide-blocks.ts'
import { markdownParser } from './markdown-parser.ts'

/** What stands around the text of a block instead of its directive. */
export interface Around {
  before: string
  after: string
  /** Whether the text is somebody's words, and so a quotation. */
  quoted?: boolean
}

/** What plain Markdown says in place of what only this site reads. */
export interface PlainParts {
  /** @returns null for a block that shows its text alone */
  around: (block: Block, number: number) => Around | null
  /** The link to another guide; empty for one that is gone. */
  related: (slug: string) => string
  picture: (url: string, alt: string) => string
  /** An address of this site as it can be followed from anywhere. */
  address: (url: string) => string
}

/** A part of the source and what stands in its place. */
interface Edit {
  from: number
  to: number
  text: string
}

type Container = Extract<Nodes, { type: 'containerDirective' }>
type Linked = Extract<Nodes, { type: 'link' | 'definition' }>

/**
 * A guide's body without directives. Every other character is as its author wrote it.
 * @param blocks of the same source, as its one parser read them
 */
export function plainMarkdown(source: string, blocks: readonly Block[], parts: PlainParts): string {
  const byPlace = new Map(blocks.map((block) => [`${block.kind} ${block.line}`, block]))
  let steps = 0

  function editsIn(node: Nodes): Edit[] {
    const { from, to } = extent(node)
    if (node.type === 'containerDirective') return [{ from, to, text: plainBlock(node) }]
    if (node.type === 'textDirective' && node.name === 'related') {
      return [{ from, to, text: parts.related(/^:related\[\s*(.*?)\s*\]/s.exec(source.slice(from, to))?.[1] ?? '') }]
    }
    if (node.type === 'image') return [{ from, to, text: parts.picture(node.url, node.alt ?? '') }]
    if (node.type === 'link' || node.type === 'definition') return editsInLink(node)
    return 'children' in node ? node.children.flatMap(editsIn) : []
  }

  function editsInLink(node: Linked): Edit[] {
    const children = node.type === 'link' ? node.children : []
    const { from, to } = extent(node)
    const end = children.length > 0 ? extent(...children).to : from
    const target = source.slice(end, to).replace(node.url, () => parts.address(node.url))
    return [...children.flatMap(editsIn), { from: end, to, text: target }]
  }

  function plainBlock(node: Container): string {
    const block = byPlace.get(`${node.name === 'cv-lines' ? 'cvLines' : node.name} ${node.position?.start.line}`)
    if (block?.kind === 'step') steps++
    const around = block ? parts.around(block, steps) : null
    const content = node.children.filter((child) => !isLabel(child))
    const { from, to } = extent(...content)
    const text = content.length > 0 ? edited(source, from, to, content.flatMap(editsIn)) : ''
    if (!around) return text
    const said = around.quoted ? text.replace(/^/gm, '> ') : text
    return [around.before, said, around.after].filter((part) => part !== '').join('\n\n')
  }

  return edited(source, 0, source.length, editsIn(markdownParser.parse(source))).trim()
}

const isLabel = (node: Nodes): boolean =>
  node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data

function extent(...nodes: readonly Nodes[]): { from: number; to: number } {
  const from = nodes[0]?.position?.start.offset ?? 0
  return { from, to: nodes.at(-1)?.position?.end.offset ?? from }
}

function edited(source: string, from: number, to: number, edits: readonly Edit[]): string {
  let text = ''
  let at = from
  for (const edit of edits) {
    text += source.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return text + source.slice(at, to)
}
