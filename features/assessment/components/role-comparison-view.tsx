import type { Route } from 'next'
import { Rung } from '#components/rung.tsx'
import { buttonClasses } from '#components/ui/button.tsx'
import { type RoleSkill, weightNames } from '#features/taxonomy/taxonomy-types.ts'
import { counted } from '#lib/format.ts'
import { type Level, levelNames } from '#lib/levels.ts'
import { comparisonInWords } from '../role-comparison.ts'
import type { ComparedSide, ComparisonView } from '../role-comparison-queries.ts'

type Levels = ReadonlyMap<string, Level>

/** Two roles skill by skill: first in words, then what they share, then what only one of them asks for. */
export function RoleComparisonView({ view }: { view: ComparisonView }) {
  const { a, b, comparison, comparing, levels } = view
  return (
    <>
      <div className="mt-8 max-w-[42rem] space-y-2 text-base">
        {comparisonInWords(a.role, b.role, comparison).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {comparing.map(({ slug, title }) => (
          <p key={slug}>
            Read on:{' '}
            <a href={`/guides/${slug}`} className="text-accent underline underline-offset-4">
              {title}
            </a>
          </p>
        ))}
      </div>
      <div className="mt-12 grid gap-x-14 gap-y-10 tablet:grid-cols-2">
        <Side side={a} />
        <Side side={b} />
      </div>
      {comparison.shared.length > 0 && (
        <section aria-labelledby="shared" className="mt-16">
          <h2 id="shared" className="text-h3">
            What both ask for
          </h2>
          <SharedTable view={view} />
        </section>
      )}
      <div className="mt-16 grid gap-x-14 gap-y-14 tablet:grid-cols-2">
        <OnlyList id="only-a" name={a.role.name} skills={comparison.onlyA} levels={levels} />
        <OnlyList id="only-b" name={b.role.name} skills={comparison.onlyB} levels={levels} />
      </div>
    </>
  )
}

/** One of the two: what it is, how far the reader is from it, what to do about it. */
function Side({ side: { role, fit, guides } }: { side: ComparedSide }) {
  return (
    <section aria-labelledby={`role-${role.slug}`} className="border-t-2 border-ink pt-4">
      <h2 id={`role-${role.slug}`} className="text-h3">
        <a href={`/roles/${role.slug}`} className="text-ink no-underline hover:text-accent">
          {role.name}
        </a>
      </h2>
      <p className="mt-1 text-base text-ink-soft">{role.summary}</p>
      <p className="mt-3 text-small">
        {fit ? (
          <>
            You: <strong className="tabular">{fit.percent}%</strong> of what it asks
            {fit.openMusts > 0 && `, with ${counted(fit.openMusts, 'must-have')} open`}
            {fit.unknown > 0 && `; ${counted(fit.unknown, 'skill')} not rated yet`}.
          </>
        ) : (
          `${role.skills.length} skills, of which you have rated none yet.`
        )}
      </p>
      <p className="no-print mt-3 flex flex-wrap items-center gap-x-5">
        <a href={`/assess/${role.slug}`} className={buttonClasses('plain', '-ml-1')}>
          Assess yourself<span className="sr-only"> as {role.name}</span>
        </a>
      </p>
      {guides.length > 0 && (
        <ul className="text-small">
          {guides.map(({ slug, title }) => (
            <li key={slug}>
              <a
                href={`/guides/${slug}` as Route}
                className="inline-block py-1.5 text-accent underline underline-offset-4"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function SharedTable({ view: { a, b, comparison, levels } }: { view: ComparisonView }) {
  return (
    <table className="mt-3 w-full table-fixed border-collapse text-small leading-snug">
      <thead>
        <tr className="border-b-2 border-ink text-left align-bottom">
          <th scope="col" className="w-[38%] py-2 pr-3 font-semibold tablet:w-1/2">
            Skill
          </th>
          {[a, b].map(({ role }) => (
            <th key={role.slug} scope="col" className="py-2 pl-2 font-semibold break-words">
              {role.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparison.shared.map((pair) => (
          <tr key={pair.a.slug} className="keep-together border-b border-line align-top">
            <th scope="row" className="py-3 pr-3 text-left text-base leading-snug font-semibold break-words">
              <SkillName skill={pair.a} levels={levels} />
            </th>
            {[pair.a, pair.b].map((skill, index) => (
              <td key={index === 0 ? 'a' : 'b'} className="py-3 pl-2">
                <Asked skill={skill} levels={levels} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface OnlyListProps {
  id: string
  name: string
  skills: readonly RoleSkill[]
  levels: Levels
}

function OnlyList({ id, name, skills, levels }: OnlyListProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-h3">
        Only {name}
      </h2>
      {skills.length === 0 ? (
        <p className="mt-3 border-y border-line py-4 text-small text-ink-soft">
          Nothing: all that this role asks for, the other one asks for as well.
        </p>
      ) : (
        <ul className="mt-3 border-t border-line">
          {skills.map((skill) => (
            <li
              key={skill.slug}
              className="keep-together grid grid-cols-[1fr_6.5rem] gap-x-4 border-b border-line py-3 tablet:grid-cols-[1fr_7.5rem]"
            >
              <p className="min-w-0 leading-snug font-semibold break-words">
                <SkillName skill={skill} levels={levels} />
              </p>
              <Asked skill={skill} levels={levels} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function SkillName({ skill, levels }: { skill: RoleSkill; levels: Levels }) {
  const level = levels.get(skill.slug)
  return (
    <>
      <a href={`/skills/${skill.slug}`} className="text-ink no-underline hover:text-accent">
        {skill.name}
      </a>
      {level !== undefined && (
        <span className="block text-small font-normal text-ink-soft">You: {levelNames[level]}</span>
      )}
    </>
  )
}

/** What one role asks of a skill: the rung, and the same in words. */
function Asked({ skill, levels }: { skill: RoleSkill; levels: Levels }) {
  return (
    <div className="text-small leading-tight">
      <Rung level={levels.get(skill.slug) ?? null} target={skill.target} decorative />
      <span className="mt-0.5 block">{levelNames[skill.target]}</span>
      <span className="block text-ink-soft">{weightNames[skill.weight]}</span>
    </div>
  )
}
