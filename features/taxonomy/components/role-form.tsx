'use client'

import { useCallback } from 'react'
import { Combobox } from '#components/ui/combobox.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { findSkills } from '../find-skills.ts'
import { saveRoleForm } from '../role-actions.ts'
import { type RoleDraft, roleDraftFromValues, roleDraftOf, roleFieldLabel } from '../role-draft.ts'
import { type SkillChoice, weightNames } from '../taxonomy-types.ts'
import { ActivityBoxes } from './activity-boxes.tsx'
import { EditorField, EditorSelect } from './editor-field.tsx'
import { levelOptions } from './level-options.ts'
import { RowList } from './row-list.tsx'
import { useEditorForm } from './use-editor-form.ts'
import { useScripted } from './use-scripted.ts'

export interface RoleFormProps {
  /** Left out for a new one. */
  role?: Parameters<typeof roleDraftOf>[0] & { id: string; updatedAt: Date }
  choices: readonly SkillChoice[]
  categories: readonly { slug: string; name: string }[]
  /** Beside the form: what readers see of it. */
  preview(draft: RoleDraft): React.ReactNode
}

const weightOptions = [
  { value: 'must', label: weightNames.must },
  { value: 'nice', label: weightNames.nice },
]

/** Everything about a role. */
export function RoleForm({ role, choices, categories, preview }: RoleFormProps) {
  const { state, draft, errors, change, reordered, form } = useEditorForm(
    saveRoleForm,
    (values) => (values?.name === undefined ? roleDraftOf(role ?? null) : roleDraftFromValues(values)),
    role ? `role ${role.id} ${role.updatedAt.getTime()}` : 'role',
  )
  const scripted = useScripted()
  const field = (name: 'name' | 'slug' | 'summary' | 'category') => ({
    name,
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errors[name],
  })
  const nameOf = (slug: string) => choices.find((choice) => choice.slug === slug)?.name ?? slug
  const search = useCallback(
    async (query: string) =>
      findSkills(
        choices,
        query,
        draft.skills.map(({ skill }) => skill),
      ).map(({ slug, name }) => ({ value: slug, label: name })),
    [choices, draft.skills],
  )
  return (
    <div className="grid gap-x-12 gap-y-10 desktop:grid-cols-[minmax(0,1fr)_32rem]">
      <form
        {...form}
        noValidate
        className="grid min-w-0 content-start gap-6 [&_:is(input,textarea,select,button)]:scroll-my-28"
      >
        <FormMessage state={state} labelOf={roleFieldLabel} />
        {role && <input type="hidden" name="id" value={role.id} />}
        <input type="hidden" name="seen" value={state.values?.seen ?? role?.updatedAt.getTime() ?? ''} />
        <div className="grid gap-5 tablet:grid-cols-[1fr_14rem]">
          <EditorField label="Name" {...field('name')} autoComplete="off" />
          <EditorSelect
            label="Field of work"
            {...field('category')}
            options={[
              { value: '', label: 'None' },
              ...categories.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
        </div>
        <EditorField
          label="Summary"
          hint="What somebody in this job does, in a sentence."
          rows={2}
          {...field('summary')}
        />
        <ActivityBoxes
          chosen={draft.activities}
          onChange={(chosen) => change({ activities: chosen })}
          error={errors.activities ?? Object.entries(errors).find(([name]) => name.startsWith('activities.'))?.[1]}
        />
        <section aria-labelledby="skills-title" id="skills">
          <h2 id="skills-title" className="text-h3">
            What it asks for
          </h2>
          <p className="mt-0.5 mb-3 text-ink-soft">
            Two to forty skills, of which at least one is a must-have and one is nice to have. Readers see them in this
            order.
          </p>
          {errors.skills && <p className="mb-3 font-semibold text-error">{errors.skills}</p>}
          <RowList
            rows={draft.skills.map((row) => ({ ...row, key: row.skill }))}
            onChange={(rows) =>
              change({ skills: rows.map(({ skill, target, weight }) => ({ skill, target, weight })) })
            }
            onReorder={() => reordered('skills')}
            nameOf={({ skill }) => nameOf(skill)}
            make={null}
            most={40}
          >
            {(row, index) => {
              const part = (name: 'target' | 'weight') => ({
                name: `skills.${index}.${name}`,
                value: row[name],
                hideLabel: true,
                error: errors[`skills.${index}.${name}`],
                onChange: (value: string) =>
                  change({
                    skills: draft.skills.map((each) => (each.skill === row.skill ? { ...each, [name]: value } : each)),
                  }),
              })
              return (
                <div className="grid items-center gap-x-3 gap-y-1 tablet:grid-cols-[1fr_9rem_9rem]">
                  <input type="hidden" name={`skills.${index}.skill`} value={row.skill} />
                  <p id={`skills.${index}.skill`} className="font-semibold">
                    {nameOf(row.skill)}
                    {errors[`skills.${index}.skill`] && (
                      <span className="block text-error">{errors[`skills.${index}.skill`]}</span>
                    )}
                  </p>
                  <EditorSelect label={`Target for ${nameOf(row.skill)}`} {...part('target')} options={levelOptions} />
                  <EditorSelect label={`Weight of ${nameOf(row.skill)}`} {...part('weight')} options={weightOptions} />
                </div>
              )
            }}
          </RowList>
          {scripted && draft.skills.length < 40 && (
            <div className="mt-3 max-w-[26rem]">
              <Combobox
                label="Add a skill"
                search={search}
                onChoose={({ value }) =>
                  change({ skills: [...draft.skills, { skill: value, target: 'working', weight: 'must' }] })
                }
              />
            </div>
          )}
        </section>
        <EditorField
          label="Address"
          hint={
            role
              ? 'The end of its page’s address. The old address goes on leading here.'
              : 'The end of its page’s address. Leave it empty, and it is made of the name.'
          }
          {...field('slug')}
          autoComplete="off"
          spellCheck={false}
        />
        <div className="sticky bottom-0 -mx-1 border-t border-line bg-surface px-1 py-3">
          <SubmitButton pendingText="Saving …">Save</SubmitButton>
        </div>
      </form>
      <div className="min-w-0 desktop:sticky desktop:top-6 desktop:self-start">{preview(draft)}</div>
    </div>
  )
}
