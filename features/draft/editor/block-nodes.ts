import { Node } from '@tiptap/core'

/** The braces of a block, in the order in which they were written. */
export type BlockAttributes = [name: string, value: string][]

/** A container directive: one of the site's blocks, or one that it does not know and keeps. */
const directive = Node.create({
  name: 'directive',
  group: 'block',
  content: 'directiveLabel block+',
  defining: true,
  isolating: true,
  draggable: false,
  addAttributes: () => ({
    name: { default: '', rendered: false },
    attributes: { default: [], rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'section[data-block]',
      getAttrs: (element) => ({
        name: element.getAttribute('data-block') ?? '',
        attributes: readAttributes(element.getAttribute('data-attributes')),
      }),
    },
  ],
  renderHTML: ({ node }) => [
    'section',
    { 'data-block': node.attrs.name, 'data-attributes': JSON.stringify(node.attrs.attributes) },
    0,
  ],
})

/** What stands in square brackets after the name: the block's heading. */
const directiveLabel = Node.create({
  name: 'directiveLabel',
  content: 'inline*',
  whitespace: 'pre',
  defining: true,
  parseHTML: () => [{ tag: 'div[data-block-label]', preserveWhitespace: false }],
  renderHTML: () => ['div', { 'data-block-label': '' }, 0],
  addKeyboardShortcuts() {
    return {
      // A heading is one line: Enter goes on to the text below it.
      Enter: () => {
        const { $from, empty } = this.editor.state.selection
        if ($from.parent.type.name !== 'directiveLabel' || !empty) return false
        return this.editor.commands.setTextSelection($from.after() + 1)
      },
    }
  },
})

const footnoteDefinition = Node.create({
  name: 'footnoteDefinition',
  group: 'block',
  content: 'block+',
  defining: true,
  isolating: true,
  addAttributes: () => ({ label: { default: '', rendered: false } }),
  parseHTML: () => [
    {
      tag: 'aside[data-footnote]',
      getAttrs: (element) => ({ label: element.getAttribute('data-footnote') ?? '' }),
    },
  ],
  renderHTML: ({ node }) => [
    'aside',
    { 'data-footnote': node.attrs.label, role: 'note', 'aria-label': `Footnote ${node.attrs.label}` },
    0,
  ],
})

/** Markdown that the editor cannot show as what it is, kept letter by letter: HTML, a block with a broken first line. */
const source = Node.create({
  name: 'source',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'pre[data-source]', priority: 60, preserveWhitespace: 'full' }],
  renderHTML: () => ['pre', { 'data-source': '', 'aria-label': 'Markdown kept as it is' }, ['code', 0]],
})

function readAttributes(text: string | null): BlockAttributes {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return Array.isArray(value) ? value.filter(isPair) : []
  } catch {
    return []
  }
}

const isPair = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string')

export const blockNodes = [directive, directiveLabel, footnoteDefinition, source]
