import { Node } from '@tiptap/core'

const chip = (name: string, attribute: string) => ({
  tag: `span[data-${name}]`,
  getAttrs: (element: HTMLElement) => ({ [attribute]: element.getAttribute(`data-${name}`) ?? '' }),
})

const related = Node.create({
  name: 'related',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ slug: { default: '', rendered: false } }),
  parseHTML: () => [chip('related', 'slug')],
  renderHTML: ({ node }) => ['span', { 'data-related': node.attrs.slug }, `Guide: ${node.attrs.slug}`],
})

const footnoteReference = Node.create({
  name: 'footnoteReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ label: { default: '', rendered: false } }),
  parseHTML: () => [chip('note', 'label')],
  renderHTML: ({ node }) => ['span', { 'data-note': node.attrs.label }, `[${node.attrs.label}]`],
})

const image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ src: { default: '' }, alt: { default: '' }, title: { default: null } }),
  // Only pictures of the library are pasted as such; a page elsewhere is not ours to show.
  parseHTML: () => [{ tag: 'img[src^="/pictures/"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', { ...HTMLAttributes, loading: 'lazy' }],
})

/** Inline Markdown that is kept letter by letter: an HTML tag, a link without text. */
const inlineSource = Node.create({
  name: 'inlineSource',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ value: { default: '', rendered: false } }),
  parseHTML: () => [chip('inline-source', 'value')],
  renderHTML: ({ node }) => ['span', { 'data-inline-source': node.attrs.value }, node.attrs.value],
})

export const inlineNodes = [related, footnoteReference, image, inlineSource]
