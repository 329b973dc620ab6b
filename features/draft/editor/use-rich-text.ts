'use client'

import type { Editor } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { useEditor } from '@tiptap/react'
import { useState } from 'react'
import { cleanPaste } from './clean-paste.ts'
import type { ViewHost } from './directive-view.ts'
import { markdownToDoc } from './from-markdown.ts'
import { richExtensions } from './rich-extensions.ts'

interface RichTextOptions {
  id: string
  initial: string
  label: string
  describedBy: string | undefined
  disabled: boolean
  host: ViewHost
  onUpdate(editor: Editor): void
  onLink(): void
}

/** The editor, made once: nothing of React is drawn while somebody types. */
export function useRichText(options: RichTextOptions): Editor | null {
  // Read once: a render must not read 20,000 words again.
  const [made] = useState(() => editorOptions(options))
  return useEditor(made)
}

function editorOptions({ id, initial, label, describedBy, disabled, host, onUpdate, onLink }: RichTextOptions) {
  return {
    immediatelyRender: false as const,
    shouldRerenderOnTransaction: false,
    // The content policy allows no style elements; editor.css has what is needed.
    injectCSS: false,
    extensions: richExtensions(host),
    content: markdownToDoc(initial).toJSON(),
    editable: !disabled,
    onUpdate: ({ editor }) => onUpdate(editor),
    editorProps: {
      attributes: {
        id,
        class: 'editor-text prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...(describedBy && { 'aria-describedby': describedBy }),
      },
      transformPastedHTML: cleanPaste,
      clipboardTextParser: (text, _, isPlain, view) => (isPlain ? plainSlice(text, view) : markdownSlice(text, view)),
      handlePaste: (view, event) => pasteMarkdown(view, event),
      handleKeyDown: (_, event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return false
        onLink()
        return true
      },
    },
  } satisfies Parameters<typeof useEditor>[0]
}

function markdownSlice(text: string, { state: { schema } }: EditorView): Slice {
  const { content } = schema.nodeFromJSON(markdownToDoc(text).toJSON())
  const isOpen = (name: string | undefined) => (name === 'paragraph' ? 1 : 0)
  return new Slice(content, isOpen(content.firstChild?.type.name), isOpen(content.lastChild?.type.name))
}

function plainSlice(text: string, { state: { schema } }: EditorView): Slice {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => schema.node('paragraph', null, part === '' ? [] : schema.text(part)))
  return Slice.maxOpen(schema.node('doc', null, paragraphs).content)
}

const writtenAsMarkdown = /^(#{1,6} |:::|[-*+] |\d+[.)] |> |```|\|.*\|$)/m
const saysSomething = /<(p|h[1-6]|li|table|strong|b|em|i|a)[\s>]/i

/** A code editor puts its colours on the clipboard beside the text; what was meant is the text. */
function pasteMarkdown(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const html = event.clipboardData?.getData('text/html') ?? ''
  if (html === '' || saysSomething.test(html) || !writtenAsMarkdown.test(text)) return false
  view.dispatch(view.state.tr.replaceSelection(markdownSlice(text, view)).scrollIntoView())
  return true
}

/** Puts another body into the editor, leaving alone what is the same in both, and with it the cursor. */
export function setBody({ state, view }: Editor, markdown: string): void {
  const next = markdownToDoc(markdown)
  const made = state.schema.nodeFromJSON(next.toJSON())
  const start = state.doc.content.findDiffStart(made.content)
  if (start === null) return
  const { selection } = state
  const tr = state.tr.replaceWith(0, state.doc.content.size, made.content)
  const at = Math.min(selection.from, tr.doc.content.size)
  tr.setSelection(TextSelection.near(tr.doc.resolve(at)))
  view.dispatch(tr)
}
