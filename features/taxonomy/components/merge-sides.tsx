import { levelNames, ranks } from '#lib/levels.ts'
import type { WholeSkill } from '../taxonomy-queries.ts'
import type { Uses } from '../use-queries.ts'

interface MergeSide {
  skill: WholeSkill
  uses: Uses
  /** How many people have rated it, in words. */
  raters: string
}

/** Two skills side by side: what goes over from the one, and what the other keeps. */
export function MergeSides({ from, into }: { from: MergeSide; into: MergeSide }) {
  const shared = from.uses.roles.filter(({ id }) => into.uses.roles.some((role) => role.id === id))
  return (
    <>
      <div className="mt-8 grid gap-x-12 gap-y-8 tablet:grid-cols-2">
        <Side side={from} title={`“${from.skill.name}” is gone, and these follow`} />
        <Side side={into} title={`“${into.skill.name}” stays, and has these already`} />
      </div>
      {shared.length > 0 && (
        <p className="mt-6 max-w-[44rem]">
          Asked for by the same roles twice: {shared.map(({ name }) => name).join(', ')}. There the higher target
          counts, and must have counts more than nice to have.
        </p>
      )}
      <section aria-labelledby="given-up" className="mt-8">
        <h2 id="given-up" className="text-h3">
          Given up
        </h2>
        <p className="mt-1 max-w-[44rem] text-ink-soft">
          Two skills cannot both say what a level is. The definition and these statements of “{from.skill.name}” are no
          longer shown; an undo brings them back.
        </p>
        <ul className="mt-3 max-w-[44rem]">
          {ranks.flatMap((rank) =>
            (from.skill.statements[rank - 1] ?? []).map((text) => (
              <li key={`${rank} ${text}`} className="border-b border-line py-1.5">
                <span className="text-ink-soft">{levelNames[rank]}:</span> {text}
              </li>
            )),
          )}
        </ul>
      </section>
    </>
  )
}

function Side({ side: { skill, uses, raters }, title }: { side: MergeSide; title: string }) {
  const facts = [
    ['Ratings', `of ${raters}`],
    ['Roles', names(uses.roles.map(({ name }) => name))],
    ['Guides', names(uses.guides.map((guide) => guide.title || 'without a title'))],
    ['Other names', names(skill.aliases)],
    ['Practice steps', names(skill.steps.map((step) => step.title))],
    ['Questions', names(skill.questions.map(({ question }) => question))],
    ['Address', `/skills/${skill.slug}`],
  ]
  return (
    <section>
      <h2 className="text-h3">{title}</h2>
      <dl className="mt-3">
        {facts.map(([term, value]) => (
          <div key={term} className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 border-b border-line py-1.5">
            <dt className="text-ink-soft">{term}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const names = (all: readonly string[]): string => (all.length === 0 ? 'none' : `${all.length}: ${all.join('; ')}`)
