'use client'

import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { EditorField } from '#features/taxonomy/components/editor-field.tsx'
import { useEditorForm } from '#features/taxonomy/components/use-editor-form.ts'
import { saveAuthorForm } from '../author-actions.ts'

interface AuthorFormProps {
  /** Left out for a new one. */
  author?: { id: string; slug: string; name: string; title: string; bio: string }
}

const labels: Record<string, string> = { name: 'Name', title: 'What they do', bio: 'About them', slug: 'Address' }

/** Who stands at the head of a guide. */
export function AuthorForm({ author }: AuthorFormProps) {
  const { state, draft, errors, change, form } = useEditorForm(saveAuthorForm, (values) => ({
    name: values?.name ?? author?.name ?? '',
    title: values?.title ?? author?.title ?? '',
    bio: values?.bio ?? author?.bio ?? '',
    slug: values?.slug ?? author?.slug ?? '',
  }))
  const field = (name: keyof typeof draft) => ({
    label: labels[name] ?? name,
    name,
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errors[name],
  })
  return (
    <form {...form} noValidate className="grid max-w-[40rem] gap-5">
      <FormMessage state={state} labelOf={(name) => labels[name] ?? name} />
      {author && <input type="hidden" name="id" value={author.id} />}
      <EditorField {...field('name')} autoComplete="off" />
      <EditorField {...field('title')} hint="Their job, in a few words: it stands above the name on their page." />
      <EditorField {...field('bio')} hint="Why readers may trust them, in two or three sentences." rows={3} />
      <EditorField
        {...field('slug')}
        hint={
          author
            ? 'The end of their page’s address. The old address goes on leading here.'
            : 'The end of their page’s address. Leave it empty, and it is made of the name.'
        }
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <SubmitButton pendingText="Saving …">Save</SubmitButton>
      </div>
    </form>
  )
}
