import { Ladder } from '#components/ladder.tsx'
import { Rung } from '#components/rung.tsx'
import { buttonClasses } from '#components/ui/button.tsx'
import { type Level, levelNames, type Rank } from '#lib/levels.ts'
import type { SkillBlock } from '../guide-blocks.ts'
import type { GuideContext } from './guide-context.ts'

interface SkillViewProps {
  block: SkillBlock
  context: GuideContext
  children: React.ReactNode
}

/** A section about a skill: the text, and the ladder on which the reader says where they stand. */
export function SkillView({ block, context, children }: SkillViewProps) {
  const skill = context.skills.get(block.ref)
  if (!skill) return <div className="prose">{children}</div>
  const level = context.levels.get(skill.slug) ?? null
  const target = context.targets.get(skill.slug) ?? null
  return (
    <section id={block.anchor} aria-labelledby={`${block.anchor}-title`} className="mt-14 scroll-mt-6">
      <div className="keep-with-next flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5">
        <h3 id={`${block.anchor}-title`} className="mt-0">
          {block.heading}
        </h3>
        <p id={`rung-${skill.slug}`} data-live className="mt-0 flex items-center gap-2.5 text-small text-ink-soft">
          <Rung level={level} target={target} decorative />
          <span>{standing(level, target)}</span>
        </p>
      </div>
      <div className="prose mt-3">{children}</div>
      <RatingForm preview={context.preview}>
        <input type="hidden" name="skill" value={skill.slug} />
        <input type="hidden" name="source" value="guide" />
        <input type="hidden" name="returnTo" value={`/guides/${context.slug}#${block.anchor}`} />
        <Ladder
          id={skill.slug}
          legend="Where are you with this?"
          about={skill.name}
          statements={skill.statements}
          value={level}
          target={target}
          brief
        />
        <div className="mt-2 flex min-h-11 flex-wrap items-center gap-x-5 gap-y-2 pl-2">
          <button type="submit" className={buttonClasses('secondary')}>
            Save my level
          </button>
          <p id={`status-${skill.slug}`} data-live role="status" className="text-small text-ink-soft">
            {context.saved === skill.slug ? 'Saved.' : ''}
          </p>
          <p id={`more-${skill.slug}`} data-live className="text-small text-ink-soft">
            <a href={`/skills/${skill.slug}`} className="text-accent underline underline-offset-4">
              {level !== null && target !== null && level < target
                ? 'See what closes the gap'
                : 'All statements and steps'}
            </a>
          </p>
        </div>
      </RatingForm>
    </section>
  )
}

/** In a preview the ladder looks as readers will see it, and nothing in it can be chosen or sent. */
function RatingForm({ preview, children }: { preview: boolean | undefined; children: React.ReactNode }) {
  const look = 'no-print mt-6 border-l-2 border-accent pl-3 tablet:pl-5'
  return preview ? (
    <fieldset disabled className={look}>
      <legend className="sr-only">Preview: nothing here is saved</legend>
      {children}
    </fieldset>
  ) : (
    <form method="post" action="/ratings" data-rating-form className={look}>
      {children}
    </form>
  )
}

function standing(level: Level | null, target: Rank | null): string {
  const own = level === null ? '' : `You: ${levelNames[level]}`
  const asked = target === null ? '' : `The role: ${levelNames[target]}`
  return [own, asked].filter(Boolean).join('. ') || 'Not rated yet'
}
