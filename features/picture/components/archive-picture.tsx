'use client'

import { useActionState } from 'react'
import { ConfirmButton } from '#components/ui/confirm-button.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { idle } from '#lib/form-state.ts'
import { archivePicture, unarchivePicture } from '../picture-actions.ts'

interface ArchivePictureProps {
  id: string
  archived: boolean
  /** In how many guides it stands. */
  uses: number
}

/** Takes a picture out of the library, or brings it back. */
export function ArchivePicture({ id, archived, uses }: ArchivePictureProps) {
  const [archiving, archive] = useActionState(archivePicture, idle)
  const [undoing, undo] = useActionState(unarchivePicture, idle)
  if (archived) {
    return (
      <form action={undo} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-medium bg-mark-wash px-4 py-3">
        <FormMessage state={undoing} />
        <p role="status">
          This picture is archived: editors are not offered it any more. Guides that show it still do.
        </p>
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="secondary" pendingText="Bringing it back …">
          Bring it back
        </SubmitButton>
      </form>
    )
  }
  return (
    <form action={archive}>
      <FormMessage state={archiving} />
      <input type="hidden" name="id" value={id} />
      <ConfirmButton
        question={
          <p>
            {uses > 0 ? 'Guides that show it go on showing it. ' : ''}
            Editors are not offered it any more. You can bring it back at any time.
          </p>
        }
        confirm="Archive it"
        pendingText="Archiving …"
      >
        Archive this picture
      </ConfirmButton>
    </form>
  )
}
