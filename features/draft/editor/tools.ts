import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from '@tiptap/pm/tables'
import type { BlockKind } from './blocks.ts'

/** What a tool cannot do without asking first. */
export type Asking = 'link' | 'related' | 'picture' | BlockKind

export interface Tool {
  id: string
  label: string
  /** On the button, where a letter says it as well as a word. */
  sign?: string
  /** As it is told: Ctrl, or Command on a Mac. */
  keys?: string
  isOn?(editor: Editor): boolean
  isThere?(editor: Editor): boolean
  run?(editor: Editor): void
  asks?: Asking
}

const inTable = (editor: Editor) => editor.isActive('table')

const level = (depth: number): Tool => ({
  id: `heading-${depth}`,
  label: `H${depth} heading`,
  sign: `H${depth}`,
  keys: `Mod+Alt+${depth}`,
  isOn: (editor) => editor.isActive('heading', { level: depth }),
  run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: depth }).run(),
})

/** The groups of the toolbar, in their order. */
export const tools: { label: string; tools: Tool[] }[] = [
  {
    label: 'Kind of paragraph',
    tools: [
      {
        id: 'paragraph',
        label: 'Paragraph',
        sign: '¶',
        keys: 'Mod+Alt+0',
        isOn: (editor) => editor.isActive('paragraph'),
        run: (editor) => editor.chain().focus().setNode('paragraph').run(),
      },
      level(2),
      level(3),
      level(4),
    ],
  },
  {
    label: 'Words',
    tools: [
      {
        id: 'bold',
        label: 'Bold',
        sign: 'B',
        keys: 'Mod+B',
        isOn: (editor) => editor.isActive('bold'),
        run: (editor) => editor.chain().focus().toggleBold().run(),
      },
      {
        id: 'italic',
        label: 'Italic',
        sign: 'I',
        keys: 'Mod+I',
        isOn: (editor) => editor.isActive('italic'),
        run: (editor) => editor.chain().focus().toggleItalic().run(),
      },
      {
        id: 'code',
        label: 'Code',
        sign: '<>',
        keys: 'Mod+E',
        isOn: (editor) => editor.isActive('code'),
        run: (editor) => editor.chain().focus().toggleMark('code').run(),
      },
      { id: 'link', label: 'Link', keys: 'Mod+K', isOn: (editor) => editor.isActive('link'), asks: 'link' },
    ],
  },
  {
    label: 'Paragraphs',
    tools: [
      {
        id: 'bullets',
        label: 'Bullet list',
        keys: 'Mod+Shift+8',
        isOn: (editor) => editor.isActive('bulletList'),
        run: (editor) => editor.chain().focus().toggleBulletList().run(),
      },
      {
        id: 'numbers',
        label: 'Numbered list',
        keys: 'Mod+Shift+7',
        isOn: (editor) => editor.isActive('orderedList'),
        run: (editor) => editor.chain().focus().toggleOrderedList().run(),
      },
      {
        id: 'quote',
        label: 'Quote',
        keys: 'Mod+Shift+B',
        isOn: (editor) => editor.isActive('blockquote'),
        run: (editor) => editor.chain().focus().toggleBlockquote().run(),
      },
      {
        id: 'code-block',
        label: 'Code block',
        keys: 'Mod+Alt+C',
        isOn: (editor) => editor.isActive('codeBlock'),
        run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
      },
      { id: 'rule', label: 'Rule', run: (editor) => editor.chain().focus().setHorizontalRule().run() },
      { id: 'footnote', label: 'Footnote', run: insertFootnote },
      { id: 'table', label: 'Table', isThere: (editor) => !inTable(editor), run: insertTable },
    ],
  },
  {
    label: 'Table',
    tools: [
      { id: 'row', label: 'Add row', isThere: inTable, run: (editor) => command(editor, addRowAfter) },
      { id: 'no-row', label: 'Remove row', isThere: inTable, run: (editor) => command(editor, deleteRow) },
      { id: 'column', label: 'Add column', isThere: inTable, run: (editor) => command(editor, addColumnAfter) },
      { id: 'no-column', label: 'Remove column', isThere: inTable, run: (editor) => command(editor, deleteColumn) },
      { id: 'no-table', label: 'Remove table', isThere: inTable, run: (editor) => command(editor, deleteTable) },
    ],
  },
  {
    label: 'Steps taken',
    tools: [
      { id: 'undo', label: 'Undo', keys: 'Mod+Z', run: (editor) => editor.chain().focus().undo().run() },
      { id: 'redo', label: 'Redo', keys: 'Mod+Shift+Z', run: (editor) => editor.chain().focus().redo().run() },
    ],
  },
  {
    label: 'Insert',
    tools: [
      { id: 'skill', label: 'Skill', asks: 'skill' },
      { id: 'step', label: 'Step', asks: 'step' },
      { id: 'cv-lines', label: 'CV lines', asks: 'cv-lines' },
      { id: 'summary', label: 'Summary', asks: 'summary' },
      { id: 'question', label: 'Question', asks: 'question' },
      { id: 'related', label: 'Related guide', isOn: (editor) => editor.isActive('related'), asks: 'related' },
      { id: 'picture', label: 'Picture', asks: 'picture' },
    ],
  },
]

type Command = typeof addRowAfter

function command(editor: Editor, run: Command): void {
  run(editor.state, editor.view.dispatch)
  editor.view.focus()
}

function insertTable({ state, view }: Editor): void {
  const { schema } = state
  const row = (cell: 'tableHeader' | 'tableCell') =>
    schema.node(
      'tableRow',
      null,
      Array.from({ length: 3 }, () => schema.node(cell)),
    )
  const table = schema.node('table', null, [row('tableHeader'), row('tableCell'), row('tableCell')])
  const tr = state.tr.replaceSelectionWith(table)
  const at = tr.mapping.map(state.selection.from, -1)
  let inside = at
  tr.doc.nodesBetween(Math.max(0, at - 1), tr.doc.content.size, (node, position) => {
    if (inside === at && node.type.name === 'tableHeader') inside = position + 1
  })
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(inside))).scrollIntoView())
  view.focus()
}

/** A reference where the cursor is, and its note at the end of the text, where writing goes on. */
function insertFootnote({ state, view }: Editor): void {
  const { schema, tr } = state
  const labels = new Set<string>()
  state.doc.descendants((node) => {
    if (node.type.name === 'footnoteReference' || node.type.name === 'footnoteDefinition') labels.add(node.attrs.label)
  })
  let number = 1
  while (labels.has(String(number))) number++
  const label = String(number)
  tr.replaceSelectionWith(schema.node('footnoteReference', { label }))
  // The empty paragraph at the end stays the last one.
  const last = tr.doc.lastChild
  const isSpare = last?.type.name === 'paragraph' && last.content.size === 0 && tr.doc.childCount > 1
  const end = tr.doc.content.size - (isSpare ? last.nodeSize : 0)
  tr.insert(end, schema.node('footnoteDefinition', { label }, [schema.node('paragraph')]))
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end + 2))).scrollIntoView())
  view.focus()
}
