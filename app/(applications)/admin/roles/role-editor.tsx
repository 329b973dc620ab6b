'use client'

import { RoleLadder } from '#features/profile/components/role-ladder.tsx'
import { RoleForm, type RoleFormProps } from '#features/taxonomy/components/role-form.tsx'
import { ladderOf } from '#features/taxonomy/role-draft.ts'

interface RoleEditorProps extends Omit<RoleFormProps, 'preview'> {
  /** Below the ladder: where the role is used. */
  children?: React.ReactNode
}

const nobody = new Map<string, never>()

/** The form of a role, and beside it the ladder that readers see, as it is changed. */
export function RoleEditor({ children, ...props }: RoleEditorProps) {
  return (
    <RoleForm
      {...props}
      preview={(draft) => {
        const skills = ladderOf(draft, props.choices)
        return (
          <>
            <section aria-label="As readers see it">
              <h2 className="text-h3">As readers see it</h2>
              <p className="mt-3 font-serif text-h3">{draft.name.trim() || 'A new role'}</p>
              <p className="mt-1 text-ink-soft">{draft.summary}</p>
              {skills.length === 0 ? (
                <p className="mt-4 text-ink-soft">Its ladder stands here as soon as it asks for a skill.</p>
              ) : (
                <RoleLadder skills={skills} levels={nobody} />
              )}
            </section>
            {children}
          </>
        )
      }}
    />
  )
}
