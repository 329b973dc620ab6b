'use client'

import { useActionState, useId } from 'react'
import { ConfirmButton } from '#components/ui/confirm-button.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { idle } from '#lib/form-state.ts'
import { deleteCategoryForm, moveCategoryForm, saveCategoryForm } from '../category-actions.ts'
import type { CategoryRow } from '../editor-queries.ts'
import { EditorField } from './editor-field.tsx'
import { useEditorForm } from './use-editor-form.ts'

const labels: Record<string, string> = { name: 'Name', summary: 'Summary' }

/** A field of work: its name and what it is, new or not. */
export function CategoryForm({ category }: { category?: CategoryRow }) {
  const id = useId()
  const { state, draft, errors, change, form } = useEditorForm(saveCategoryForm, (values) => ({
    name: values?.name ?? category?.name ?? '',
    summary: values?.summary ?? category?.summary ?? '',
  }))
  return (
    <form {...form} noValidate className="grid max-w-[40rem] gap-4">
      <FormMessage state={state} labelOf={(name) => labels[name] ?? name} />
      {category && <input type="hidden" name="id" value={category.id} />}
      {category && <input type="hidden" name="slug" value={category.slug} />}
      <EditorField
        label="Name"
        name="name"
        id={`${id}-name`}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={errors.name}
      />
      <EditorField
        label="Summary"
        name="summary"
        id={`${id}-summary`}
        hint="What kind of work it is, in a sentence."
        rows={2}
        value={draft.summary}
        onChange={(summary) => change({ summary })}
        error={errors.summary}
      />
      <div>
        <SubmitButton variant={category ? 'secondary' : 'primary'} pendingText="Saving …">
          {category ? 'Save' : 'Add it'}
        </SubmitButton>
      </div>
    </form>
  )
}

/** One place up or down in the list. */
export function MoveCategory({ category, first, last }: { category: CategoryRow; first: boolean; last: boolean }) {
  const [state, send] = useActionState(moveCategoryForm, idle)
  const button =
    'inline-flex min-h-9 min-w-9 items-center justify-center rounded-small px-1.5 text-accent hover:bg-accent-wash disabled:opacity-40'
  return (
    <form action={send} className="flex">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={category.id} />
      <button
        type="submit"
        name="move"
        value="up"
        disabled={first}
        aria-label={`Move ${category.name} up`}
        className={button}
      >
        ↑
      </button>
      <button
        type="submit"
        name="move"
        value="down"
        disabled={last}
        aria-label={`Move ${category.name} down`}
        className={button}
      >
        ↓
      </button>
    </form>
  )
}

/** Takes a field of work away, once no role is in it. */
export function DeleteCategory({ category }: { category: CategoryRow }) {
  const [state, send] = useActionState(deleteCategoryForm, idle)
  if (category.roles > 0) {
    return <p className="text-ink-soft">It can be deleted once no role is in it.</p>
  }
  return (
    <form action={send} className="grid justify-items-start gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={category.id} />
      <ConfirmButton
        variant="plain"
        question={<p>No role is in “{category.name}”. Once deleted it cannot be brought back.</p>}
        confirm="Delete it"
        pendingText="Deleting …"
      >
        Delete this field of work
      </ConfirmButton>
    </form>
  )
}
