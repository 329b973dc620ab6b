import type { Element, Nodes, RootContent } from 'hast'
import type { SectionText } from '#db/schema/search.ts'
import type { GuideBody } from './guide-body.ts'

/**
 * What a guide says, in the sections that its contents list names, as plain text: what the search reads and shows.
 * A skill block is a section of its own; a part without words of its own is left out.
 */
export function sectionTexts({
  tree,
  headings,
  blocks,
}: Pick<GuideBody, 'tree' | 'headings' | 'blocks'>): SectionText[] {
  const named = new Map(headings.map(({ id, text }) => [id, text]))
  const blockOf = new Map(blocks.map((block) => [block.key, block]))
  const sections: SectionText[] = [{ anchor: '', heading: '', text: '' }]
  let current = sections[0]
  for (const node of tree.children) {
    const block = isElement(node) ? blockOf.get(String(node.properties.blockKey)) : undefined
    const anchor = isElement(node) ? String(node.properties.id ?? '') : ''
    const heading = named.get(anchor)
    if (block && named.has(block.anchor)) {
      sections.push({ anchor: block.anchor, heading: block.heading, text: plain(node) })
    } else if (heading !== undefined) {
      current = { anchor, heading, text: '' }
      sections.push(current)
    } else if (current) {
      const words = [block?.heading, plain(node)].filter(Boolean).join(' ')
      current.text = current.text === '' ? words : `${current.text} ${words}`
    }
  }
  return sections
    .map((section) => ({ ...section, text: section.text.replace(/\s+/g, ' ').replace(/ · *$/, '').trim() }))
    .filter(({ heading, text }) => heading !== '' || text !== '')
}

const isElement = (node: RootContent): node is Element => node.type === 'element'

// Words of two blocks must not run into one.
const apart = /^(?:p|li|h[1-6]|pre|blockquote|dt|dd|br|gp-.*)$/

function plain(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const inside = node.children.map(plain).join('')
  // Cells would read as one sentence.
  if (node.type === 'element' && /^t[dh]$/.test(node.tagName)) return `${inside} · `
  return node.type === 'element' && apart.test(node.tagName) ? `${inside} ` : inside
}
