'use client'

import './editor.css'
import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { EditorContent } from '@tiptap/react'
import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { BlockDialog } from './block-dialog.tsx'
import { type BlockKind, insertBlock, isBlockKind, noValues, updateBlock, valuesOf } from './blocks.ts'
import { placeOfLine } from './line-place.ts'
import { LinkDialog, RelatedDialog } from './link-dialog.tsx'
import type { Lookups } from './lookups.ts'
import { MarkdownKeeper } from './markdown-keeper.ts'
import { NameBook } from './name-book.ts'
import { type SourceHandle, SourceView } from './source-view.tsx'
import { Toolbar } from './toolbar.tsx'
import type { Asking } from './tools.ts'
import { setBody, useRichText } from './use-rich-text.ts'
import { ViewSwitch } from './view-switch.tsx'

export interface BodyEditorHandle {
  /** Puts another text in the place of this one, without telling `onChange`. */
  replace(markdown: string): void
  /** @param line of the Markdown, from 1, as the linter counts */
  goToLine(line: number): void
  /** Where the cursor was, as a picture of the library. */
  insertPicture(picture: { id: string; alt: string }): void
  focus(): void
  /** Hands over at once what the last pause has not yet. @returns the Markdown as it is now */
  flush(): string
}

export interface BodyEditorProps {
  initial: string
  /** Called in pauses of the typing. */
  onChange(markdown: string): void
  lookups: Lookups
  label: string
  describedBy?: string
  disabled?: boolean
  onReady?(): void
  onPickPicture?(): void
  ref?: React.Ref<BodyEditorHandle>
}

type Open = { what: 'link' } | { what: 'related' } | { what: BlockKind; at: number | null }

/** Writes the body of a guide: as it will look, or as Markdown. What is kept is always the Markdown. */
export function BodyEditor(props: BodyEditorProps) {
  const { initial, lookups, label, describedBy, disabled = false, onReady, onPickPicture, ref } = props
  const id = useId()
  const [view, setView] = useState<'rich' | 'source'>('rich')
  const [open, setOpen] = useState<Open | null>(null)
  const [names] = useState(() => new NameBook(lookups))
  const source = useRef<SourceHandle>(null)
  const [text, setText] = useState(initial)
  const onChange = useRef(props.onChange)
  useEffect(() => {
    onChange.current = props.onChange
  })
  const [kept] = useState(() => new MarkdownKeeper(initial, setText, (markdown) => onChange.current(markdown)))

  const editing = useRef<Editor | null>(null)
  const [host] = useState(() => ({
    names,
    edit: (at: number) => {
      const name = editing.current?.state.doc.nodeAt(at)?.attrs.name
      if (isBlockKind(name)) setOpen({ what: name, at })
    },
  }))
  const editor = useRichText({
    id,
    initial,
    label,
    describedBy,
    disabled,
    host,
    onUpdate: (typedIn) => kept.typed(typedIn),
    onLink: () => setOpen({ what: 'link' }),
  })

  const ready = useRef(onReady)
  useEffect(() => {
    editing.current = editor
    if (!editor) return
    kept.begin(editor)
    ready.current?.()
  }, [editor, kept])
  useEffect(() => {
    const leave = () => void kept.flush()
    // Before the page sends its last save: the words since the last pause belong to it.
    addEventListener('pagehide', leave, { capture: true })
    return () => {
      removeEventListener('pagehide', leave, { capture: true })
      leave()
    }
  }, [kept])
  useEffect(() => {
    editor?.setEditable(!disabled, false)
  }, [editor, disabled])

  const bringUp = () => {
    const markdown = kept.toShow()
    if (!editor || markdown === null) return
    setBody(editor, markdown)
    kept.begin(editor)
  }
  const show = (next: 'rich' | 'source') => {
    kept.flush()
    if (next === 'rich') bringUp()
    setView(next)
  }

  useImperativeHandle(ref, () => ({
    replace(markdown) {
      kept.replace(markdown)
      if (view === 'rich') bringUp()
    },
    goToLine(line) {
      if (view === 'source') source.current?.goToLine(line)
      else if (editor) goTo(editor, placeOfLine(editor.state.doc, kept.flush(), line))
    },
    insertPicture: ({ id: picture, alt }) => {
      const src = `/pictures/${picture}`
      if (view === 'source') source.current?.insert(`![${alt.replace(/[[\]\\]/g, '\\$&')}](${src})`)
      else editor?.chain().focus().insertContent({ type: 'image', attrs: { src, alt } }).run()
    },
    focus: () => (view === 'source' ? source.current?.focus() : editor?.commands.focus()),
    flush: kept.flush,
  }))

  const ask = (what: Asking) => {
    if (what === 'picture') onPickPicture?.()
    else setOpen(what === 'link' || what === 'related' ? { what } : { what, at: null })
  }
  const close = () => {
    setOpen(null)
    editor?.commands.focus()
  }

  return (
    <div className="editor">
      <div className="editor-head">
        <ViewSwitch view={view} onChange={show} />
        {view === 'rich' && editor && <Toolbar editor={editor} disabled={disabled} controls={id} onAsk={ask} />}
      </div>
      <div hidden={view !== 'rich'} className="editor-paper">
        {editor ? (
          <EditorContent editor={editor} />
        ) : (
          <p className="text-small text-ink-soft">The editor is opening.</p>
        )}
      </div>
      {view === 'source' && (
        <SourceView
          id={`${id}-source`}
          value={text}
          {...{ label, describedBy, disabled }}
          onChange={(markdown) => kept.wrote(markdown)}
          handle={source}
        />
      )}
      {editor && open?.what === 'link' && <LinkDialog editor={editor} onClose={close} />}
      {editor && open?.what === 'related' && <RelatedDialog {...{ editor, lookups, names }} onClose={close} />}
      {editor && open && 'at' in open && (
        <BlockDialog
          kind={open.what}
          isNew={open.at === null}
          initial={initialOf(editor, open.at)}
          {...{ lookups, names }}
          onSave={(values) => {
            if (open.at === null) insertBlock(editor, open.what, values)
            else updateBlock(editor, open.at, values)
            close()
          }}
          onClose={close}
        />
      )}
    </div>
  )
}

function initialOf(editor: Editor, at: number | null) {
  const block = at === null ? null : editor.state.doc.nodeAt(at)
  return block ? valuesOf(block) : noValues
}

function goTo({ state, view }: Editor, place: number): void {
  const node = state.doc.nodeAt(place)
  const $place = state.doc.resolve(Math.min(place + 1, state.doc.content.size))
  const selection = node?.isAtom ? NodeSelection.create(state.doc, place) : TextSelection.near($place)
  view.dispatch(state.tr.setSelection(selection))
  view.focus()
  const there = view.nodeDOM(place)
  if (there instanceof HTMLElement) there.scrollIntoView({ block: 'center' })
}
