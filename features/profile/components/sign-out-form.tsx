'use client'

import { SubmitButton } from '#components/ui/submit-button.tsx'
import { signOut } from '../entry-actions.ts'

export function SignOutForm() {
  return (
    <form action={signOut}>
      <SubmitButton variant="secondary" pendingText="Signing out …">
        Sign out
      </SubmitButton>
    </form>
  )
}
