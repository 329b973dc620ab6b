'use client'

import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Combobox } from '#components/ui/combobox.tsx'
import { DialogLine, EditorDialog } from './dialog.tsx'
import type { Choice, Lookups } from './lookups.ts'
import type { NameBook } from './name-book.ts'

/** Where a link leads, and its words if none are selected. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const isLink = editor.isActive('link')
  const [href, setHref] = useState<string>(editor.getAttributes('link').href ?? '')
  const [text, setText] = useState('')
  const [error, setError] = useState('')
  const wantsText = editor.state.selection.empty && !isLink

  function save() {
    const url = addressOf(href)
    if (!url) return setError('Enter an address such as https://example.org, /guides/a-guide or name@example.org.')
    const chain = editor.chain().focus()
    if (wantsText) {
      const words = text.trim() || href.trim()
      chain.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href: url } }] }).run()
    } else chain.extendMarkRange('link').setLink({ href: url }).run()
    onClose()
  }

  return (
    <EditorDialog
      title="Link"
      save={isLink ? 'Change the link' : 'Put the link in'}
      onSave={save}
      onClose={onClose}
      other={
        isLink
          ? {
              text: 'Take the link out',
              onPress: () => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run()
                onClose()
              },
            }
          : undefined
      }
    >
      <DialogLine label="Address" value={href} onChange={setHref} error={error} inputMode="url" autoFocus />
      {wantsText && <DialogLine label="Words of the link" value={text} onChange={setText} />}
    </EditorDialog>
  )
}

/** @returns the address as it is written, or null for one that the page would not follow */
function addressOf(typed: string): string | null {
  const address = typed.trim()
  if (/^(https?:\/\/\S+|mailto:\S+|[/#]\S*)$/i.test(address)) return address
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(address) ? `https://${address}` : null
}

interface RelatedDialogProps {
  editor: Editor
  lookups: Lookups
  names: NameBook
  onClose(): void
}

/** Finds another guide by its title, to point to it or in the place of the one that is selected. */
export function RelatedDialog({ editor, lookups, names, onClose }: RelatedDialogProps) {
  const before: string = editor.isActive('related') ? editor.getAttributes('related').slug : ''
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [error, setError] = useState('')

  function save() {
    if (!chosen) return setError('Choose a guide.')
    names.learn('guide', chosen)
    editor
      .chain()
      .focus()
      .insertContent({ type: 'related', attrs: { slug: chosen.value } })
      .run()
    onClose()
  }

  return (
    <EditorDialog title="Related guide" save="Put it in" onSave={save} onClose={onClose}>
      <Combobox
        label="Guide"
        hint="Search by title."
        search={lookups.guides}
        chosen={chosen?.label ?? (before && names.name('guide', before))}
        onChoose={setChosen}
        error={error}
        autoFocus
      />
    </EditorDialog>
  )
}
