'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { buttonClasses } from '#components/ui/button.tsx'
import type { PictureCard } from '../upload-answers.ts'
import { PickerLibrary } from './picker-library.tsx'
import { PickerText } from './picker-text.tsx'

interface PicturePickerProps {
  open: boolean
  onClose(): void
  /** Gets the picture with what it is to say in this place, which is never empty. */
  onChoose(chosen: { id: string; alt: string }): void
}

/** A dialog to find a picture of the library, or to add one, and to say what it shows. */
export function PicturePicker({ open, onClose, onChoose }: PicturePickerProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [picture, setPicture] = useState<PictureCard | null>(null)

  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      // Escape closes it by itself; whoever opened it must hear of that.
      onClose={() => {
        setPicture(null)
        if (open) onClose()
      }}
      className="m-auto max-h-[90dvh] w-[min(60rem,calc(100vw-1rem))] max-w-none overflow-y-auto rounded-medium border border-line bg-raised p-5 text-small text-ink backdrop:bg-ink/40 tablet:p-6"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id={title} className="text-h3">
          {picture ? 'Say what it shows' : 'Choose a picture'}
        </h2>
        <button type="button" onClick={() => dialog.current?.close()} className={buttonClasses('plain')}>
          Close
        </button>
      </div>
      {open &&
        (picture ? (
          <PickerText
            key={picture.id}
            picture={picture}
            onBack={() => setPicture(null)}
            onChoose={(alt) => {
              onChoose({ id: picture.id, alt })
              dialog.current?.close()
            }}
          />
        ) : (
          <PickerLibrary onPick={setPicture} />
        ))}
    </dialog>
  )
}
