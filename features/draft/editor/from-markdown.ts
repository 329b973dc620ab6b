import type { Node as DocNode } from '@tiptap/pm/model'
import type { AlignType, PhrasingContent, RootContent, TableRow } from 'mdast'
import { bodySchema } from './schema.ts'
import { type SimpleTree, simpleTree } from './simple-tree.ts'
import { stringifyTree, toTree } from './to-markdown.ts'

interface MarkJson {
  type: string
  attrs?: Record<string, unknown>
}

interface NodeJson {
  type: string
  attrs?: Record<string, unknown>
  marks?: MarkJson[]
  text?: string
  content?: NodeJson[]
}

/**
 * Reads a body for the editor. A part that the editor would not give back with the same meaning becomes a `source` node,
 * which gives it back letter by letter.
 */
export function markdownToDoc(markdown: string): DocNode {
  const source = markdown.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD').toWellFormed()
  try {
    return read(source)
  } catch (error) {
    // The stack of the parser is the last limit that a nesting can meet.
    if (error instanceof RangeError) return docOf([kept(source)])
    throw error
  }
}

function read(source: string): DocNode {
  const tree = simpleTree(source)
  const blocks = tree.root.children.map((node) => blockOf(node))
  const doc = docOf(blocks.flat())
  const back = stringifyTree(toTree(doc))
  if (back === source || isSame(tree, simpleTree(back))) return doc
  const lost = tree.root.children.map((node) => !survives(node))
  const parts = blocks.map((block, index) => {
    const { from, to } = tree.spans[index] ?? { from: 0, to: 0 }
    return lost[index] ? [kept(source.slice(from, to))] : block
  })
  // What is kept letter by letter may still refer to a definition that stands elsewhere.
  const elsewhere = tree.definitions.filter(
    ({ from }) => !tree.spans.some((span, index) => lost[index] && span.from <= from && from < span.to),
  )
  const definitions = elsewhere.length > 0 ? [kept(elsewhere.map(({ text }) => text).join('\n'))] : []
  const whole = docOf([...parts.flat(), ...definitions])
  return isSame(tree, simpleTree(stringifyTree(toTree(whole)))) ? whole : docOf([kept(source)])
}

const isSame = (a: SimpleTree, b: SimpleTree): boolean => JSON.stringify(a.root) === JSON.stringify(b.root)

/** Whether a part, written and read again by itself, is still what it was. */
function survives(node: RootContent): boolean {
  const notes = new Set<string>()
  JSON.stringify(node, (_, value) => {
    if (value?.type === 'footnoteReference') notes.add(value.label)
    return value
  })
  const stubs = [...notes].map((label) => `[^${label}]: x\n`).join('\n')
  const back = simpleTree(`${stringifyTree(toTree(docOf(blockOf(node))))}\n${stubs}`).root.children
  return JSON.stringify([node]) === JSON.stringify(back.slice(0, back.length - notes.size))
}

function docOf(content: NodeJson[]): DocNode {
  return bodySchema.nodeFromJSON({ type: 'doc', content: filled(content) })
}

const kept = (text: string): NodeJson => ({ type: 'source', content: text === '' ? [] : [{ type: 'text', text }] })

/** There is always a place to type. */
const filled = (content: NodeJson[]): NodeJson[] => (content.length > 0 ? content : [{ type: 'paragraph' }])

const blocksOf = (nodes: RootContent[]): NodeJson[] => filled(nodes.flatMap(blockOf))

function blockOf(node: RootContent): NodeJson[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', content: inlineOf(node.children) }]
    case 'heading':
      return [{ type: 'heading', attrs: { level: node.depth }, content: inlineOf(node.children) }]
    case 'blockquote':
      return [{ type: 'blockquote', content: blocksOf(node.children) }]
    case 'list': {
      const content = node.children.map((item) => ({
        type: 'listItem',
        attrs: { checked: item.checked ?? null, spread: item.spread ?? false },
        content: blocksOf(item.children),
      }))
      const spread = node.spread ?? false
      return node.ordered
        ? [{ type: 'orderedList', attrs: { start: node.start ?? 1, spread }, content }]
        : [{ type: 'bulletList', attrs: { spread }, content }]
    }
    case 'code': {
      const content = node.value === '' ? [] : [{ type: 'text', text: node.value }]
      return [{ type: 'codeBlock', attrs: { language: node.lang ?? null, meta: node.meta ?? null }, content }]
    }
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    case 'html':
      return [kept(node.value)]
    case 'table':
      return [{ type: 'table', content: node.children.map((row, index) => rowOf(row, index === 0, node.align ?? [])) }]
    case 'footnoteDefinition':
      return [
        {
          type: 'footnoteDefinition',
          attrs: { label: node.label ?? node.identifier },
          content: blocksOf(node.children),
        },
      ]
    case 'containerDirective': {
      const [first, ...rest] = node.children
      const label = first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data ? first : null
      const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? ''])
      return [
        {
          type: 'directive',
          attrs: { name: node.name, attributes },
          content: [
            { type: 'directiveLabel', content: inlineOf(label?.children ?? []) },
            ...blocksOf(label ? rest : node.children),
          ],
        },
      ]
    }
    default:
      // Phrasing where a block should be: the parser makes none.
      return [{ type: 'paragraph', content: inlineOf([node as PhrasingContent]) }]
  }
}

/** Every row is as wide as the first, as the page shows it. */
function rowOf(row: TableRow, isHead: boolean, align: AlignType[]): NodeJson {
  return {
    type: 'tableRow',
    content: align.map((side, index) => ({
      type: isHead ? 'tableHeader' : 'tableCell',
      attrs: { align: side ?? null },
      content: inlineOf(row.children[index]?.children ?? []),
    })),
  }
}

const markNames = { emphasis: 'italic', strong: 'bold', delete: 'strike', link: 'link' } as const

function inlineOf(nodes: PhrasingContent[], marks: MarkJson[] = []): NodeJson[] {
  return nodes.flatMap((node): NodeJson[] => {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', text: node.value, marks }]
      case 'inlineCode':
        return [{ type: 'text', text: node.value, marks: [...marks, { type: 'code' }] }]
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link': {
        const type = markNames[node.type]
        if (marks.some((mark) => mark.type === type)) return inlineOf(node.children, marks)
        const link = node.type === 'link' ? { href: node.url, title: node.title ?? null } : {}
        return inlineOf(node.children, [...marks, { type, attrs: { depth: marks.length, ...link } }])
      }
      case 'break':
        return [{ type: 'hardBreak', marks }]
      case 'image':
        return [{ type: 'image', attrs: { src: node.url, alt: node.alt ?? '', title: node.title ?? null }, marks }]
      case 'footnoteReference':
        return [{ type: 'footnoteReference', attrs: { label: node.label ?? node.identifier }, marks }]
      case 'textDirective': {
        const [first] = node.children
        return [{ type: 'related', attrs: { slug: first?.type === 'text' ? first.value : '' }, marks }]
      }
      case 'html':
        return [{ type: 'inlineSource', attrs: { value: node.value }, marks }]
      default:
        return []
    }
  })
}
