import type { Element, Root, RootContent } from 'hast'
import type { GuideBody } from './guide-body.ts'

/** What stands at the end of a guide and is no advice: nobody is asked whether it was useful. */
const furniture = /^(?:sources|references|further reading|related(?: guides)?|notes|explore more)$/i

export interface Section {
  /** Of its heading. */
  id: string
  heading: string
}

/** The sections of a guide that readers are asked about, in their order. */
export function sectionsOf({ tree, headings }: Pick<GuideBody, 'tree' | 'headings'>): Section[] {
  const text = new Map(headings.map((heading) => [heading.id, heading.text]))
  return tree.children.flatMap((node) => {
    const id = sectionId(node)
    const heading = id === null ? undefined : text.get(id)
    return id === null || heading === undefined || furniture.test(heading) ? [] : [{ id, heading }]
  })
}

/**
 * The tree of a guide with an element `gp-section-end` after each section that readers are asked about: before the next
 * heading of its kind, before the notes, or at the end. The body's own tree stays as it is.
 */
export function withSectionEnds(body: Pick<GuideBody, 'tree' | 'headings'>): Root {
  const asked = new Set(sectionsOf(body).map(({ id }) => id))
  const children: RootContent[] = []
  let open: string | null = null
  const close = () => {
    if (open !== null && asked.has(open)) children.push(sectionEnd(open))
    open = null
  }
  for (const node of body.tree.children) {
    const id = sectionId(node)
    if (id !== null || isNotes(node)) close()
    children.push(node)
    if (id !== null) open = id
  }
  close()
  return { type: 'root', children }
}

const sectionId = (node: RootContent): string | null =>
  node.type === 'element' && node.tagName === 'h2' ? String(node.properties.id ?? '') : null

const isNotes = (node: RootContent): boolean => node.type === 'element' && 'dataFootnotes' in node.properties

const sectionEnd = (section: string): Element => ({
  type: 'element',
  tagName: 'gp-section-end',
  properties: { section },
  children: [],
})
