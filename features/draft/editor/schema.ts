import {
  Extension,
  type Extensions,
  getSchema,
  Mark,
  markInputRule,
  markPasteRule,
  mergeAttributes,
  Node,
  textblockTypeInputRule,
} from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { blockNodes } from './block-nodes.ts'
import { inlineNodes } from './inline-nodes.ts'
import { tableNodes } from './table-nodes.ts'

/*
 * What a body may hold, one to one with the tree of its Markdown. The stock nodes are taken where they lose nothing;
 * ours stand in for those that would: an item with any blocks in it, code that is bold, text with line ends.
 */

const deepest = 6

const paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  // A line end in a paragraph is kept as it was typed.
  whitespace: 'pre',
  parseHTML: () => [{ tag: 'p', preserveWhitespace: false }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
})

const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  whitespace: 'pre',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () =>
    Array.from({ length: deepest }, (_, index) => ({
      tag: `h${index + 1}`,
      attrs: { level: index + 1 },
      preserveWhitespace: false as const,
    })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, HTMLAttributes, 0],
  addInputRules() {
    const rule = (find: RegExp, level: number) =>
      textblockTypeInputRule({ find, type: this.type, getAttributes: { level } })
    // The title is the only # of a page, so whoever types one means a section.
    return [rule(/^##?\s$/, 2), rule(/^###\s$/, 3), rule(/^####\s$/, 4)]
  },
  addKeyboardShortcuts() {
    const key = (level: number) => () => this.editor.commands.toggleNode('heading', 'paragraph', { level })
    return { 'Mod-Alt-2': key(2), 'Mod-Alt-3': key(3), 'Mod-Alt-4': key(4) }
  },
})

const listItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    checked: {
      default: null,
      parseHTML: (element) => ({ true: true, false: false })[element.getAttribute('data-checked') ?? ''] ?? null,
      renderHTML: ({ checked }) => (checked === null ? {} : { 'data-checked': String(checked) }),
    },
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  // Tab stays the key that leaves the editor.
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem('listItem'),
      'Mod-]': () => this.editor.commands.sinkListItem('listItem'),
      'Mod-[': () => this.editor.commands.liftListItem('listItem'),
    }
  },
})

const code = Mark.create({
  name: 'code',
  code: true,
  exitable: true,
  excludes: 'code',
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: ({ HTMLAttributes }) => ['code', mergeAttributes(HTMLAttributes), 0],
  addCommands() {
    return {
      setCode:
        () =>
        ({ commands }) =>
          commands.setMark('code'),
      toggleCode:
        () =>
        ({ commands }) =>
          commands.toggleMark('code'),
      unsetCode:
        () =>
        ({ commands }) =>
          commands.unsetMark('code'),
    }
  },
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark('code') }
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`([^`]+)`)$/, type: this.type })]
  },
  addPasteRules() {
    return [markPasteRule({ find: /(?:^|[^`])(`([^`]+)`)(?=[^`]|$)/g, type: this.type })]
  },
})

const flag = (name: string) => ({
  default: false,
  parseHTML: (element: HTMLElement) => element.hasAttribute(`data-${name}`),
  renderHTML: (attributes: Record<string, unknown>) => (attributes[name] ? { [`data-${name}`]: '' } : {}),
})

/** What the stock nodes lack. */
const ours = Extension.create({
  name: 'ours',
  addGlobalAttributes: () => [
    // Blank lines between the items, or inside of one.
    { types: ['bulletList', 'orderedList', 'listItem'], attributes: { spread: flag('spread') } },
    // How deep a mark stands in others: [**a**](b) is not **[a](b)**.
    { types: ['bold', 'italic', 'strike', 'link'], attributes: { depth: { default: 0, rendered: false } } },
    { types: ['codeBlock'], attributes: { meta: { default: null, rendered: false } } },
  ],
})

export const editorExtensions: Extensions = [
  StarterKit.configure({
    code: false,
    heading: false,
    listItem: false,
    listKeymap: false,
    paragraph: false,
    underline: false,
    link: {
      autolink: false,
      openOnClick: false,
      linkOnPaste: true,
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  paragraph,
  heading,
  listItem,
  code,
  ours,
  ...tableNodes,
  ...blockNodes,
  ...inlineNodes,
]

export const bodySchema = getSchema(editorExtensions)
