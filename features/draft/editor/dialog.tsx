'use client'

import { useEffect, useId, useRef } from 'react'
import { buttonClasses } from '#components/ui/button.tsx'
import { controlClasses, FieldFrame } from '#components/ui/field-frame.tsx'

interface EditorDialogProps {
  title: string
  save: string
  onSave(): void
  onClose(): void
  /** A further answer, such as to take a link out. */
  other?: { text: string; onPress(): void } | undefined
  children: React.ReactNode
}

/** A small form over the editor. No form element: the page around the editor may be one. */
export function EditorDialog({ title, save, onSave, onClose, other, children }: EditorDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        onSave()
      }}
      className="m-auto w-[32rem] max-w-[calc(100vw-2rem)] overflow-visible rounded-medium border border-line bg-raised p-6 text-ink backdrop:bg-ink/40"
    >
      <h2 id={id} className="text-h3">
        {title}
      </h2>
      <div className="mt-4 grid gap-4">{children}</div>
      <div className="mt-6 flex flex-wrap gap-3">
        <button type="button" onClick={onSave} className={buttonClasses('primary')}>
          {save}
        </button>
        {other && (
          <button type="button" onClick={other.onPress} className={buttonClasses('secondary')}>
            {other.text}
          </button>
        )}
        <button type="button" onClick={() => dialog.current?.close()} className={buttonClasses('plain')}>
          Cancel
        </button>
      </div>
    </dialog>
  )
}

interface LineProps {
  label: string
  value: string
  onChange(value: string): void
  error?: string | undefined
  hint?: string
  inputMode?: 'text' | 'numeric' | 'url'
  autoFocus?: boolean
}

/** A line of text in such a dialog. It has no name, so the form of the page does not send it. */
export function DialogLine({ label, value, onChange, error, hint, inputMode, autoFocus }: LineProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} dense>
      {(tied) => (
        <input
          {...tied}
          value={value}
          inputMode={inputMode}
          // biome-ignore lint/a11y/noAutofocus: the first field of a dialog that was just asked for
          autoFocus={autoFocus}
          onChange={({ target }) => onChange(target.value)}
          className={controlClasses({ error }, 'min-h-11 px-3 py-2 text-small')}
        />
      )}
    </FieldFrame>
  )
}
