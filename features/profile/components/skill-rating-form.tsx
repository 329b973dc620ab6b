import { Ladder } from '#components/ladder.tsx'
import { Rung } from '#components/rung.tsx'
import { buttonClasses } from '#components/ui/button.tsx'
import type { SkillStatements } from '#features/taxonomy/taxonomy-types.ts'
import { type Level, levelNames } from '#lib/levels.ts'

interface SkillRatingFormProps {
  skill: { slug: string; name: string; statements: SkillStatements }
  level: Level | null
  saved: boolean
}

/** A skill's four levels in full, as the ladder on which the reader says where they stand. */
export function SkillRatingForm({ skill, level, saved }: SkillRatingFormProps) {
  return (
    <section id={`skill-${skill.slug}`} aria-labelledby="levels" className="mt-14 scroll-mt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5">
        <h2 id="levels" className="text-h2">
          Four levels
        </h2>
        <p id={`rung-${skill.slug}`} data-live className="flex items-center gap-2.5 text-small text-ink-soft">
          <Rung level={level} decorative />
          {level === null ? 'Not rated yet' : `You: ${levelNames[level]}`}
        </p>
      </div>
      <form method="post" action="/ratings" data-rating-form className="mt-5 border-l-2 border-accent pl-3 tablet:pl-5">
        <input type="hidden" name="skill" value={skill.slug} />
        <input type="hidden" name="source" value="skill" />
        <input type="hidden" name="returnTo" value={`/skills/${skill.slug}#skill-${skill.slug}`} />
        <Ladder
          id={skill.slug}
          legend="Which is the highest level of which everything is true of you?"
          statements={skill.statements}
          value={level}
        />
        <div className="no-print mt-2 flex min-h-11 flex-wrap items-center gap-x-5 gap-y-2 pl-2">
          <button type="submit" className={buttonClasses('secondary')}>
            Save my level
          </button>
          <p id={`status-${skill.slug}`} data-live role="status" className="text-small text-ink-soft">
            {saved ? 'Saved.' : ''}
          </p>
          <p id={`more-${skill.slug}`} data-live className="text-small">
            {level !== null && (
              <a href={`/me/skills/${skill.slug}`} className="text-accent underline underline-offset-4">
                See how it went over time
              </a>
            )}
          </p>
        </div>
      </form>
    </section>
  )
}
