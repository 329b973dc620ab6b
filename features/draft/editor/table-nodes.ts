import { Extension, Node } from '@tiptap/core'
import { tableEditing } from '@tiptap/pm/tables'

/** How a column of a table stands, as its second line in Markdown says. */
export type Align = 'left' | 'right' | 'center' | null

const cellAttributes = () => ({
  // Markdown joins no cells; the commands of tables ask for these all the same.
  colspan: { default: 1, rendered: false },
  rowspan: { default: 1, rendered: false },
  colwidth: { default: null, rendered: false },
  align: {
    default: null,
    parseHTML: (element: HTMLElement) => {
      const align = element.getAttribute('data-align')
      return align === 'left' || align === 'right' || align === 'center' ? align : null
    },
    renderHTML: ({ align }: Record<string, unknown>) => (align ? { 'data-align': align } : {}),
  },
})

const cell = (name: string, role: string, tag: string) =>
  Node.create({
    name,
    content: 'inline*',
    whitespace: 'pre',
    isolating: true,
    addAttributes: cellAttributes,
    parseHTML: () => [{ tag, preserveWhitespace: false }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    extendNodeSchema: ({ name: own }) => (own === name ? { tableRole: role } : {}),
  })

export const tableNodes = [
  Node.create({
    name: 'table',
    group: 'block',
    content: 'tableRow+',
    isolating: true,
    parseHTML: () => [{ tag: 'table' }],
    renderHTML: () => ['div', { class: 'editor-table' }, ['table', ['tbody', 0]]],
    extendNodeSchema: ({ name }) => (name === 'table' ? { tableRole: 'table' } : {}),
  }),
  Node.create({
    name: 'tableRow',
    content: '(tableHeader | tableCell)+',
    parseHTML: () => [{ tag: 'tr' }],
    renderHTML: () => ['tr', 0],
    extendNodeSchema: ({ name }) => (name === 'tableRow' ? { tableRole: 'row' } : {}),
  }),
  cell('tableHeader', 'header_cell', 'th'),
  cell('tableCell', 'cell', 'td'),
  Extension.create({ name: 'tableEditing', addProseMirrorPlugins: () => [tableEditing()] }),
]
