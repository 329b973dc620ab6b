import type { Node as DocNode, Fragment, Mark } from '@tiptap/pm/model'
import type {
  AlignType,
  BlockContent,
  DefinitionContent,
  Heading,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast'
import type { BlockAttributes } from './block-nodes.ts'
import { stringifyTree } from './markdown-style.ts'

export { stringifyTree }

type Flow = BlockContent | DefinitionContent

/** The text of each group of blocks, by its blocks: those that did not change are not written again. */
const written = new WeakMap<DocNode, { nodes: readonly DocNode[]; text: string }>()

/** Writes a body. After the first time it costs what was changed, not what there is. */
export function docToMarkdown(doc: DocNode): string {
  const texts = groups(doc).map((nodes) => {
    const [first] = nodes
    const before = first && written.get(first)
    if (before && before.nodes.length === nodes.length && nodes.every((node, index) => node === before.nodes[index])) {
      return before.text
    }
    const text = stringifyTree({ type: 'root', children: nodes.flatMap(blockOf) }).replace(/\n$/, '')
    if (first) written.set(first, { nodes, text })
    return text
  })
  const body = texts.filter((text) => text !== '').join('\n\n')
  return body === '' ? '' : `${body}\n`
}

/** Lists that follow each other are written together, as each takes another bullet than the one before. */
function groups(doc: DocNode): DocNode[][] {
  const all: DocNode[][] = []
  let list = false
  doc.forEach((node) => {
    if (isEmpty(node)) return
    const also = isList(node)
    if (list && also) all.at(-1)?.push(node)
    else all.push([node])
    list = also
  })
  return all
}

const isList = (node: DocNode): boolean => node.type.name === 'bulletList' || node.type.name === 'orderedList'
const isEmpty = (node: DocNode): boolean => node.type.name === 'paragraph' && inlineOf(node.content).length === 0

export function toTree(doc: DocNode): Root {
  return { type: 'root', children: blocksOf(doc) }
}

function blocksOf(parent: DocNode, from = 0): Flow[] {
  return parent.children.slice(from).flatMap(blockOf)
}

function blockOf(node: DocNode): Flow[] {
  const { attrs } = node
  switch (node.type.name) {
    case 'paragraph':
      return isEmpty(node) ? [] : [{ type: 'paragraph', children: inlineOf(node.content) }]
    case 'heading': {
      const depth = attrs.level as Heading['depth']
      // Only an underlined heading can go over two lines, and there are two depths of these.
      return [{ type: 'heading', depth, children: inlineOf(node.content, depth > 2) }]
    }
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksOf(node) }]
    case 'bulletList':
      return [{ type: 'list', ordered: false, start: null, spread: attrs.spread, children: itemsOf(node) }]
    case 'orderedList':
      return [{ type: 'list', ordered: true, start: attrs.start, spread: attrs.spread, children: itemsOf(node) }]
    case 'codeBlock':
      return [{ type: 'code', lang: attrs.language, meta: attrs.meta, value: node.textContent }]
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    case 'source':
      return node.textContent.trim() === '' ? [] : [{ type: 'html', value: node.textContent }]
    case 'table':
      return [tableOf(node)]
    case 'footnoteDefinition':
      return [{ type: 'footnoteDefinition', identifier: attrs.label, label: attrs.label, children: blocksOf(node) }]
    case 'directive':
      return [containerOf(node)]
    default:
      throw new Error(`The editor has no Markdown for ${node.type.name}`)
  }
}

function itemsOf(list: DocNode): ListItem[] {
  return list.children.map((item) => ({
    type: 'listItem',
    spread: item.attrs.spread,
    checked: item.attrs.checked,
    children: blocksOf(item),
  }))
}

function tableOf(node: DocNode): Extract<Flow, { type: 'table' }> {
  const align: AlignType[] = (node.firstChild?.children ?? []).map((cell) => cell.attrs.align)
  const children = node.children.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.children.map((cell) => ({ type: 'tableCell', children: inlineOf(cell.content, true) })),
    }),
  )
  return { type: 'table', align, children }
}

function containerOf(node: DocNode): Extract<RootContent, { type: 'containerDirective' }> {
  const label = (node.firstChild ? inlineOf(node.firstChild.content, true) : []).map(balanced)
  const children = blocksOf(node, 1)
  return {
    type: 'containerDirective',
    name: node.attrs.name,
    attributes: Object.fromEntries(node.attrs.attributes as BlockAttributes),
    children:
      label.length > 0
        ? [{ type: 'paragraph', data: { directiveLabel: true }, children: label }, ...children]
        : children,
  }
}

/** A label ends at the first bracket that is not paired, also in code, where none can be escaped. */
const balanced = (node: PhrasingContent): PhrasingContent => {
  if (node.type === 'inlineCode' && /[[\]\\]/.test(node.value)) return { type: 'text', value: node.value.trim() }
  return 'children' in node ? ({ ...node, children: node.children.map(balanced) } as PhrasingContent) : node
}

interface Piece {
  node: PhrasingContent
  marks: Mark[]
}

/** @param oneLine where a line end would end the heading, cell or label that it stands in */
function inlineOf(fragment: Fragment, oneLine = false): PhrasingContent[] {
  const nodes = fragment.content
  const pieces = nodes.flatMap((node, index) => piecesOf(node, oneLine, nodes[index - 1], nodes[index + 1]))
  return nested(trimmed(pieces))
}

function piecesOf(node: DocNode, oneLine: boolean, previous?: DocNode, next?: DocNode): Piece[] {
  const isCode = node.marks.some(({ type }) => type.name === 'code')
  const marks = node.marks.filter(({ type }) => type.name !== 'code')
  if (!node.isText) return [{ node: leafOf(node), marks }]
  const text = node.text ?? ''
  const value = oneLine ? text.replaceAll('\n', ' ') : text
  if (isCode) return [{ node: { type: 'inlineCode', value: value.replace(/\n\s*\n/g, ' ') }, marks }]
  const [, before = '', inner = '', after = ''] = /^([ \n]*)([\s\S]*?)([ \n]*)$/.exec(value) ?? []
  // A space at the edge of **bold ** would keep it from being bold, so it keeps only the marks that go on beyond it.
  const beyond = (side?: DocNode) =>
    marks.filter((mark) => mark.type.name === 'link' || side?.marks.some((other) => other.eq(mark)))
  const parts: [string, Mark[]][] = [
    [before, inner === '' ? beyond(previous).filter((mark) => beyond(next).includes(mark)) : beyond(previous)],
    [inner, marks],
    [after, beyond(next)],
  ]
  return parts.flatMap(([part, own]) => (part === '' ? [] : [{ node: { type: 'text', value: part }, marks: own }]))
}

function leafOf(node: DocNode): PhrasingContent {
  const { attrs } = node
  switch (node.type.name) {
    case 'hardBreak':
      return { type: 'break' }
    case 'image':
      return { type: 'image', url: attrs.src, alt: attrs.alt, title: attrs.title }
    case 'footnoteReference':
      return { type: 'footnoteReference', identifier: attrs.label, label: attrs.label }
    case 'related':
      return { type: 'textDirective', name: 'related', children: [{ type: 'text', value: attrs.slug }] }
    case 'inlineSource':
      return { type: 'html', value: attrs.value }
    default:
      throw new Error(`The editor has no Markdown for ${node.type.name}`)
  }
}

/** Markdown drops spaces at the ends of a paragraph and of its lines, so they are not written. */
function trimmed(pieces: Piece[]): Piece[] {
  const result: Piece[] = []
  for (const [index, { node, marks }] of pieces.entries()) {
    if (node.type !== 'text') {
      result.push({ node, marks })
      continue
    }
    let value = node.value.replace(/ *\n */g, '\n')
    const next = pieces[index + 1]?.node
    if (endsLine(result.at(-1)?.node)) value = value.replace(/^[ \n]+/, '')
    if (!next || next.type === 'break' || (next.type === 'text' && /^ *\n/.test(next.value))) {
      value = value.replace(/ +$/, '')
    }
    if (pieces.slice(index + 1).every((piece) => isBlank(piece.node))) value = value.replace(/[ \n]+$/, '')
    if (value !== '') result.push({ node: { ...node, value }, marks })
  }
  while (result.at(-1)?.node.type === 'break') result.pop()
  return result
}

const endsLine = (node?: PhrasingContent) =>
  !node || node.type === 'break' || (node.type === 'text' && node.value.endsWith('\n'))
const isBlank = (node: PhrasingContent) =>
  node.type === 'break' || (node.type === 'text' && /^[ \n]*$/.test(node.value))

/** Marks become elements in each other: the one that was outside before, or else the one that goes on for longest. */
function nested(pieces: Piece[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index]
    if (!piece) break
    const best = outermost(pieces, index)
    if (!best) {
      const last = result.at(-1)
      if (piece.node.type === 'text' && last?.type === 'text') last.value += piece.node.value
      else result.push(piece.node.type === 'text' ? { ...piece.node } : piece.node)
      index++
      continue
    }
    const inside = pieces.slice(index, index + best.length)
    const children = nested(
      inside.map(({ node, marks }) => ({ node, marks: marks.filter((mark) => !mark.eq(best.mark)) })),
    )
    result.push(elementOf(best.mark, children))
    index += best.length
  }
  return result
}

function outermost(pieces: Piece[], from: number): { mark: Mark; length: number } | null {
  let best: { mark: Mark; length: number } | null = null
  for (const mark of pieces[from]?.marks ?? []) {
    let length = 1
    while (pieces[from + length]?.marks.some((other) => other.eq(mark))) length++
    const depth = Number(mark.attrs.depth)
    const least = Number(best?.mark.attrs.depth ?? Number.POSITIVE_INFINITY)
    if (depth < least || (depth === least && length > (best?.length ?? 0))) best = { mark, length }
  }
  return best
}

function elementOf(mark: Mark, children: PhrasingContent[]): PhrasingContent {
  switch (mark.type.name) {
    case 'bold':
      return { type: 'strong', children }
    case 'italic':
      return { type: 'emphasis', children }
    case 'strike':
      return { type: 'delete', children }
    case 'link':
      return { type: 'link', url: mark.attrs.href ?? '', title: mark.attrs.title, children: children as never }
    default:
      throw new Error(`The editor has no Markdown for ${mark.type.name}`)
  }
}
