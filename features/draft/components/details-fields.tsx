'use client'

import { Combobox, type ComboboxOption } from '#components/ui/combobox.tsx'
import { guideKindNames } from '#features/guide/guide-kinds.ts'
import type { DraftContent } from '../same-content.ts'
import { ChosenList } from './chosen-list.tsx'
import { PlainField, PlainSelect } from './plain-field.tsx'
import { SourceFields } from './source-fields.tsx'

export interface NamedSlug {
  slug: string
  name: string
}

interface DetailsFieldsProps {
  content: DraftContent
  change(part: Partial<DraftContent>): void
  /** What is wrong with a field, by its name. */
  errors: Readonly<Record<string, string>>
  authors: readonly NamedSlug[]
  roles: readonly NamedSlug[]
  /** What the guides and skills that are named here are called, by slug. */
  names: Readonly<Record<string, string>>
  isPublic: boolean
  searchGuides(query: string): Promise<ComboboxOption[]>
  searchSkills(query: string): Promise<ComboboxOption[]>
  onNamed(slug: string, name: string): void
}

/** Everything about a guide that is not its text. */
export function DetailsFields(props: DetailsFieldsProps) {
  const { content, change, errors, authors, roles, names, isPublic, searchGuides, searchSkills, onNamed } = props
  const errorOf = (name: string) =>
    errors[name] ?? Object.entries(errors).find(([key]) => key.startsWith(`${name}.`))?.[1]
  return (
    <div className="grid gap-5">
      <PlainSelect
        label="Kind of guide"
        name="kind"
        value={content.kind}
        onChange={(kind) => change({ kind: kind as DraftContent['kind'] })}
        hint={guideKindNames[content.kind].answers}
        options={Object.entries(guideKindNames).map(([value, { one }]) => ({ value, label: one }))}
      />
      <PlainSelect
        label="Author"
        name="author"
        value={content.author}
        onChange={(author) => change({ author })}
        error={errorOf('author')}
        options={[
          { value: '', label: 'Choose an author' },
          ...authors.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <div>
        <PlainField
          label="Last reviewed"
          name="reviewed"
          type="date"
          value={content.reviewedOn}
          onChange={(reviewedOn) => change({ reviewedOn })}
          error={errorOf('reviewed')}
        />
        <button
          type="button"
          onClick={() => change({ reviewedOn: new Date().toLocaleDateString('sv-SE') })}
          className="mt-1 min-h-9 text-small text-accent underline-offset-4 hover:underline"
        >
          I reviewed it today
        </button>
      </div>
      <PlainField
        label="Address"
        name="slug"
        value={content.slug}
        onChange={(slug) => change({ slug: slug.toLowerCase().replace(/[^a-z0-9]+/g, '-') })}
        onBlur={() => change({ slug: content.slug.replace(/^-+|-+$/g, '') })}
        hint={
          isPublic
            ? 'After /guides/. A new address takes effect with the next publish; the old one then leads there.'
            : 'After /guides/.'
        }
        error={errorOf('slug')}
      />
      <PlainField
        label="Search description"
        name="description"
        rows={3}
        value={content.description}
        onChange={(description) => change({ description })}
        hint={`What search engines show under the title. ${[...content.description].length} of 160 characters.`}
        error={errorOf('description')}
      />
      <div>
        <ChosenList
          label="Roles it is about"
          chosen={content.roles.map((slug) => ({
            value: slug,
            label: roles.find((role) => role.slug === slug)?.name ?? slug,
          }))}
          onChange={(chosen) => change({ roles: chosen })}
          error={errorOf('roles') ?? errorOf('role')}
          empty="None. The toolkit beside the text speaks of the first role."
        />
        <PlainSelect
          label="Add a role"
          name="add-role"
          value=""
          hideLabel
          onChange={(slug) => slug && change({ roles: [...content.roles, slug] })}
          options={[
            { value: '', label: 'Add a role' },
            ...roles.flatMap(({ slug, name }) => (content.roles.includes(slug) ? [] : { value: slug, label: name })),
          ]}
        />
      </div>
      {content.kind === 'skill' && (
        <div>
          <ChosenList
            label="Skill it is about"
            chosen={content.skill ? [{ value: content.skill, label: names[content.skill] ?? content.skill }] : []}
            onChange={() => change({ skill: null })}
            error={errorOf('skill')}
            empty="None yet."
          />
          <Combobox
            label="Choose the skill"
            search={searchSkills}
            onChoose={({ value, label }) => {
              onNamed(value, label)
              change({ skill: value })
            }}
          />
        </div>
      )}
      <div>
        <ChosenList
          label="Explore more, at the end"
          chosen={content.explore.map((slug) => ({ value: slug, label: names[slug] ?? slug }))}
          onChange={(explore) => change({ explore })}
          error={errorOf('explore')}
          empty="None yet. Choose two or three guides that a reader of this one wants next."
        />
        <Combobox
          label="Add a guide"
          search={searchGuides}
          onChoose={({ value, label }) => {
            onNamed(value, label)
            if (!content.explore.includes(value)) change({ explore: [...content.explore, value] })
          }}
        />
      </div>
      <SourceFields sources={content.sources} errors={errors} onChange={(sources) => change({ sources })} />
    </div>
  )
}
