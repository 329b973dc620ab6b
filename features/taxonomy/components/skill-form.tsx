'use client'

import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { levelKeys } from '#lib/levels.ts'
import { saveSkillForm } from '../skill-actions.ts'
import { draftFromValues, draftOf, skillFieldLabel, statementsOf } from '../skill-draft.ts'
import type { WholeSkill } from '../taxonomy-queries.ts'
import type { SkillLink } from '../taxonomy-types.ts'
import { EditorField, EditorSelect } from './editor-field.tsx'
import { LevelFields } from './level-fields.tsx'
import { QuestionRows } from './question-rows.tsx'
import { RelatedFields } from './related-fields.tsx'
import { RenameNote } from './rename-note.tsx'
import { SkillPreview } from './skill-preview.tsx'
import { StepRows } from './step-rows.tsx'
import { useEditorForm } from './use-editor-form.ts'

interface SkillFormProps {
  /** Null for a new one. */
  skill: WholeSkill | null
  /** What may stand beside it: every other skill that readers see. */
  others: readonly Pick<SkillLink, 'slug' | 'name'>[]
  /** How many people have rated it, in words. */
  raters: string
  /** By the id of a question: the public guide in which it stands. */
  questionGuides: Readonly<Record<string, string>>
  /** Below the preview: where the skill is used. */
  children?: React.ReactNode
}

/** Everything about a skill, with the ladder that readers will see beside it. */
export function SkillForm({ skill, others, raters, questionGuides, children }: SkillFormProps) {
  const { state, draft, errors, change, reordered, form } = useEditorForm(saveSkillForm, (values) =>
    values?.name === undefined ? draftOf(skill) : draftFromValues(values),
  )
  const field = (name: 'name' | 'slug' | 'kind' | 'definition' | 'aliases') => ({
    name,
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errors[name],
  })
  const renamed =
    skill !== null && (draft.name.trim() !== skill.name || (draft.slug !== skill.slug && draft.slug !== ''))
  const mayWait = !skill || skill.unfinished
  return (
    <div className="grid gap-x-12 gap-y-10 desktop:grid-cols-[minmax(0,1fr)_29rem]">
      <form
        {...form}
        noValidate
        className="grid min-w-0 gap-8 [&_:is(input,textarea,select,button,summary)]:scroll-my-28"
      >
        <FormMessage state={state} labelOf={skillFieldLabel} />
        {skill && <input type="hidden" name="id" value={skill.id} />}
        <input type="hidden" name="seen" value={state.values?.seen ?? skill?.updatedAt.getTime() ?? ''} />
        <div className="grid gap-5">
          <div className="grid gap-5 tablet:grid-cols-[1fr_11rem]">
            <EditorField label="Name" {...field('name')} maxLength={120} autoComplete="off" />
            <EditorSelect
              label="Kind"
              {...field('kind')}
              options={[
                { value: 'technical', label: 'Technical' },
                { value: 'soft', label: 'Soft' },
              ]}
            />
          </div>
          <EditorField
            label="Address"
            hint={
              skill
                ? 'The end of its page’s address. The old address goes on leading here.'
                : 'The end of its page’s address, such as http-apis. Leave it empty, and it is made of the name.'
            }
            {...field('slug')}
            autoComplete="off"
            spellCheck={false}
          />
          {renamed && <RenameNote before={skill.name} raters={raters} />}
          <EditorField
            label="Definition"
            hint="One sentence: what somebody who has this skill does. At most 220 characters."
            rows={2}
            {...field('definition')}
          />
          <EditorField
            label="Other names"
            hint="What adverts and CVs call it, on lines of their own or with commas between them. A name belongs to one skill only; one that has a comma itself goes in quotation marks."
            rows={3}
            {...field('aliases')}
          />
        </div>
        <Part id="levels" title="Four levels" hint="Two to four statements each. Every one begins with “You can”.">
          {levelKeys.map((key) => (
            <LevelFields
              key={key}
              level={key}
              rows={draft.levels[key]}
              errors={errors}
              onChange={(rows) => change({ levels: { ...draft.levels, [key]: rows } })}
              onReorder={() => reordered(`levels.${key}`)}
            />
          ))}
        </Part>
        <Part
          id="steps"
          title="Practice steps"
          hint="Two to twelve things to do to reach a level, for at least two levels."
          error={errors.steps}
        >
          <StepRows
            rows={draft.steps}
            errors={errors}
            onChange={(steps) => change({ steps })}
            onReorder={() => reordered('steps')}
          />
        </Part>
        <Part id="questions" title="Interview questions" hint="Three to twenty." error={errors.questions}>
          <QuestionRows
            rows={draft.questions}
            errors={errors}
            guides={questionGuides}
            onChange={(questions) => change({ questions })}
            onReorder={() => reordered('questions')}
          />
        </Part>
        <Part id="related" title="Skills beside it" hint="Up to twelve, the closest first." error={errors.related}>
          <RelatedFields
            chosen={draft.related}
            others={others}
            errors={errors}
            onChange={(related) => change({ related })}
            onReorder={() => reordered('related')}
          />
        </Part>
        <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-1 py-3">
          <SubmitButton name="as" value="whole" pendingText="Saving …">
            {mayWait ? 'Save and show it to readers' : 'Save'}
          </SubmitButton>
          {mayWait && (
            <SubmitButton name="as" value="unfinished" variant="secondary" pendingText="Saving …">
              Keep it unfinished
            </SubmitButton>
          )}
        </div>
      </form>
      <aside
        aria-label="How it looks, and where it is used"
        className="min-w-0 desktop:sticky desktop:top-6 desktop:self-start"
      >
        <SkillPreview name={draft.name} definition={draft.definition} statements={statementsOf(draft)} />
        {children}
      </aside>
    </div>
  )
}

interface PartProps {
  id: string
  title: string
  hint: string
  error?: string | undefined
  children: React.ReactNode
}

function Part({ id, title, hint, error, children }: PartProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="text-h3">
        {title}
      </h2>
      <p className="mt-0.5 mb-3 text-small text-ink-soft">{hint}</p>
      {error && <p className="mb-3 text-small font-semibold text-error">{error}</p>}
      {children}
    </section>
  )
}
