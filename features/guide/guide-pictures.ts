import type { Element, ElementContent } from 'hast'
import { pictureIdOf } from '#features/picture/picture-address.ts'

/**
 * What an image of the text becomes. One of this site is an element of ours, which the page draws when it knows the
 * picture. Any other could not be loaded, as readers' browsers ask nobody but this site: it becomes a link to it.
 */
export function pictureElement({ properties: { src, alt, title } }: Element): ElementContent {
  const address = typeof src === 'string' ? src : ''
  const said = typeof alt === 'string' ? alt : ''
  const pictureId = pictureIdOf(address)
  if (pictureId) {
    return { type: 'element', tagName: 'gp-picture', properties: { pictureId, alt: said, title }, children: [] }
  }
  const text: ElementContent = { type: 'text', value: said || address }
  return address ? { type: 'element', tagName: 'a', properties: { href: address }, children: [text] } : text
}

/** The figures of a paragraph that holds pictures and nothing else: they stand in its place, as none may stand in it. */
export function figuresOf(children: readonly ElementContent[]): Element[] | null {
  const figures: Element[] = []
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'gp-picture') figures.push({ ...child, tagName: 'gp-figure' })
    else if (!isBlank(child)) return null
  }
  return figures.length > 0 ? figures : null
}

/** The content of a link, in which no other link may stand. */
export function withoutLinks(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    const inner = withoutLinks(child.children)
    return child.tagName === 'a' ? inner : [{ ...child, children: inner }]
  })
}

const isBlank = (node: ElementContent): boolean =>
  node.type === 'text' ? node.value.trim() === '' : node.type === 'element' && node.tagName === 'br'
