import type { Node as DocNode } from '@tiptap/pm/model'
import type { Nodes, RootContent } from 'mdast'
import { markdownParser } from '#features/guide/markdown-parser.ts'

const holders = new Set([
  'blockquote',
  'list',
  'listItem',
  'containerDirective',
  'footnoteDefinition',
  'table',
  'tableRow',
])

/**
 * Finds what stands at a line of a body in the document that was read from it.
 * @param line from 1
 * @returns the position before the deepest block there
 */
export function placeOfLine(doc: DocNode, markdown: string, line: number): number {
  let source: Nodes = markdownParser.parse(markdown)
  let node = doc
  let inside = 0
  let place = 0
  for (;;) {
    if (!('children' in source)) return place
    const children: RootContent[] = source.children.filter(({ type }) => type !== 'definition')
    const index = children.findLastIndex((child) => (child.position?.start.line ?? 1) <= line)
    const next: RootContent | undefined = children[Math.max(0, index)]
    if (!next) return place
    const found = childAt(node, inside, Math.max(0, index) + hiddenLabel(source))
    if (!found) return place
    place = found.at
    if (!holders.has(next.type) || found.node.isTextblock || found.node.isAtom) return place
    source = next
    node = found.node
    inside = found.at + 1
  }
}

/** In the editor each block has a heading, empty or not. */
function hiddenLabel(source: Nodes): number {
  if (source.type !== 'containerDirective') return 0
  const [first] = source.children
  return first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data ? 0 : 1
}

/** The child with this number, not counting the empty paragraphs that no Markdown can hold. */
function childAt(parent: DocNode, inside: number, wanted: number): { node: DocNode; at: number } | null {
  let at = inside
  let count = 0
  for (const node of parent.children) {
    const counts = node.type.name !== 'paragraph' || node.content.size > 0
    if (counts && count === wanted) return { node, at }
    if (counts) count++
    at += node.nodeSize
  }
  return null
}
