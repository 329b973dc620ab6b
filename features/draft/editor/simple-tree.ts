import type { Definition, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { markdownParser } from '#features/guide/markdown-parser.ts'

/*
 * The Markdown tree with what is mere spelling taken out of it, so that two texts that say the same have the same tree:
 * no positions, links in the place of references to them, and what only looks like a directive as the text that it is.
 */

export interface SimpleTree {
  root: Root
  /** Where each child of the root stands in the source. */
  spans: { from: number; to: number; line: number }[]
  definitions: { from: number; text: string }[]
}

interface Simplifying {
  source: string
  definitions: Map<string, Definition>
}

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** @throws RangeError for nesting that the parser itself cannot take */
export function simpleTree(source: string): SimpleTree {
  const root: Root = markdownParser.parse(source)
  const simplifying: Simplifying = { source, definitions: new Map() }
  const definitions: SimpleTree['definitions'] = []
  collect(root, simplifying.definitions, (node) =>
    definitions.push({ from: node.position?.start.offset ?? 0, text: slice(node, source) }),
  )
  const spans: SimpleTree['spans'] = []
  const children: RootContent[] = []
  for (const child of root.children) {
    const simple = simplify(child, simplifying, true)
    children.push(...simple)
    const { start, end } = child.position ?? {}
    for (const _ of simple) spans.push({ from: start?.offset ?? 0, to: end?.offset ?? 0, line: start?.line ?? 1 })
  }
  return { root: { type: 'root', children }, spans, definitions }
}

function collect(node: Nodes, into: Map<string, Definition>, found: (node: Definition) => void): void {
  if (node.type === 'definition') {
    if (!into.has(node.identifier)) into.set(node.identifier, node)
    found(node)
  } else if ('children' in node) {
    for (const child of node.children) collect(child, into, found)
  }
}

const slice = (node: Nodes, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)

/** @param plain whether the lines of the node begin where those of the text do, so that they can be cut out of it */
function simplify(node: RootContent, simplifying: Simplifying, plain: boolean): RootContent[] {
  switch (node.type) {
    case 'definition':
      return []
    case 'text':
      return node.value === '' ? [] : [{ type: 'text', value: node.value }]
    case 'paragraph':
      return [simpleParagraph(node, simplifying, plain)]
    case 'leafDirective':
      if (plain) return [{ type: 'html', value: slice(node, simplifying.source) }]
      return [{ type: 'paragraph', children: literal(node, simplifying) }]
    case 'textDirective':
      return simpleDirective(node, simplifying)
    case 'link':
    case 'linkReference':
      return [simpleLink(node, simplifying)]
    case 'image':
    case 'imageReference': {
      const { url = '', title } = (node.type === 'image' ? node : simplifying.definitions.get(node.identifier)) ?? {}
      return [{ type: 'image', url, title: title ?? null, alt: node.alt ?? '' }]
    }
    case 'footnoteReference':
      return [{ type: 'footnoteReference', identifier: node.identifier, label: node.label ?? node.identifier }]
    default: {
      const { position: _, data: __, ...bare } = node
      if (!('children' in node)) return [bare as RootContent]
      const still = plain && node.type === 'containerDirective'
      return [{ ...bare, children: within(node, simplifying, still) } as RootContent]
    }
  }
}

const within = (parent: Parent, simplifying: Simplifying, plain = false): RootContent[] =>
  merged(parent.children.flatMap((child) => simplify(child, simplifying, plain)))

const phrasingIn = (parent: Parent, simplifying: Simplifying) => within(parent, simplifying) as PhrasingContent[]

type Of<Type extends RootContent['type']> = Extract<RootContent, { type: Type }>

function simpleParagraph(node: Of<'paragraph'>, simplifying: Simplifying, plain: boolean): RootContent {
  const raw = slice(node, simplifying.source)
  const isLabel = Boolean(node.data && 'directiveLabel' in node.data)
  // It was meant to be a block, and the linter says what is wrong with it: keep it as it is.
  if (plain && !isLabel && /^\s*:{3,}/m.test(raw)) return { type: 'html', value: raw }
  const children = phrasingIn(node, simplifying)
  return { type: 'paragraph', children, ...(isLabel && { data: { directiveLabel: true } }) }
}

function simpleDirective(node: Of<'textDirective'>, simplifying: Simplifying): RootContent[] {
  const slug = textOf(node).trim()
  if (node.name !== 'related' || !slugPattern.test(slug)) return literal(node, simplifying)
  const raw = slice(node, simplifying.source)
  if (Object.keys(node.attributes ?? {}).length > 0) return [{ type: 'html', value: raw }]
  return [{ type: 'textDirective', name: 'related', children: [{ type: 'text', value: slug }] }]
}

function simpleLink(node: Of<'link' | 'linkReference'>, simplifying: Simplifying): RootContent {
  const { url = '', title } = (node.type === 'link' ? node : simplifying.definitions.get(node.identifier)) ?? {}
  const children = phrasingIn(node, simplifying) as Of<'link'>['children']
  const raw = slice(node, simplifying.source)
  // A mark needs something to stand on.
  if (node.type === 'link' && children.length === 0 && !raw.includes('\n')) return { type: 'html', value: raw }
  return { type: 'link', url, title: title ?? null, children }
}

/** What was typed, with the Markdown inside its brackets still read. */
function literal(node: Of<'textDirective' | 'leafDirective'>, simplifying: Simplifying): PhrasingContent[] {
  const { source } = simplifying
  const from = node.position?.start.offset ?? 0
  const to = node.position?.end.offset ?? from
  const first = node.children[0]?.position?.start.offset
  const last = node.children.at(-1)?.position?.end.offset
  if (first === undefined || last === undefined) return [{ type: 'text', value: source.slice(from, to) }]
  return merged([
    { type: 'text', value: source.slice(from, first) },
    ...node.children.flatMap((child) => simplify(child, simplifying, false)),
    { type: 'text', value: source.slice(last, to) },
  ]) as PhrasingContent[]
}

function merged(nodes: RootContent[]): RootContent[] {
  const result: RootContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { ...last, value: last.value + node.value }
    else result.push(node)
  }
  return result
}
