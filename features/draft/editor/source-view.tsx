'use client'

import { useImperativeHandle, useRef } from 'react'

export interface SourceHandle {
  goToLine(line: number): void
  insert(text: string): void
  focus(): void
}

interface SourceViewProps {
  id: string
  value: string
  label: string
  describedBy?: string | undefined
  disabled: boolean
  onChange(value: string): void
  handle: React.Ref<SourceHandle>
}

/** The Markdown as it is, for whoever prefers it. */
export function SourceView({ id, value, label, describedBy, disabled, onChange, handle }: SourceViewProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const mirror = useRef<HTMLDivElement>(null)

  useImperativeHandle(handle, () => ({
    goToLine(line) {
      const field = area.current
      if (!field || !mirror.current) return
      const lines = field.value.split('\n')
      const before = lines.slice(0, line - 1).join('\n')
      const start = line > 1 ? before.length + 1 : 0
      field.focus()
      field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
      // Lines are wrapped, so how far down one stands is measured on a copy of what is above it.
      mirror.current.textContent = `${before}\n`
      field.scrollTop = Math.max(0, mirror.current.scrollHeight - field.clientHeight / 3)
      mirror.current.textContent = ''
      field.scrollIntoView({ block: 'nearest' })
    },
    insert(text) {
      const field = area.current
      if (!field) return
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
      onChange(field.value)
      field.focus()
    },
    focus: () => area.current?.focus(),
  }))

  return (
    <div className="relative">
      <textarea
        ref={area}
        id={id}
        aria-label={`${label}, Markdown`}
        aria-describedby={describedBy}
        spellCheck
        disabled={disabled}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="editor-source"
      />
      <div ref={mirror} aria-hidden="true" className="editor-source editor-source-mirror" />
    </div>
  )
}
