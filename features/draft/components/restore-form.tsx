'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { idle } from '#lib/form-state.ts'
import { restoreRevision } from '../draft-actions.ts'

interface RestoreFormProps {
  guideId: string
  version: number
  children: React.ReactNode
}

/** The form around the list of versions, so that its message outlives the row it is about. */
export function RestoreForm({ guideId, version, children }: RestoreFormProps) {
  const [state, action] = useActionState(restoreRevision, idle)
  return (
    <form action={action} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="guideId" value={guideId} />
      <input type="hidden" name="version" value={version} />
      {children}
    </form>
  )
}
