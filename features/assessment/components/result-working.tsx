import { ScrollRegion } from '#components/scroll-region.tsx'
import type { SnapshotSkill } from '#db/schema/index.ts'
import type { Fit } from '#features/profile/scoring.ts'
import { weightNames } from '#features/taxonomy/taxonomy-types.ts'
import { levelNames } from '#lib/levels.ts'

const points = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** How the fit came about, skill by skill: the chart's figures and the reasoning in one table. */
export function ResultWorking({ id, fit }: { id: string; fit: Fit<SnapshotSkill> }) {
  const earned = fit.parts.reduce((sum, part) => sum + part.earned, 0)
  const possible = fit.parts.reduce((sum, part) => sum + part.possible, 0)
  return (
    <section aria-labelledby={`${id}-title`} className="mt-16">
      <h2 id={`${id}-title`} className="text-h3">
        How the {fit.percent}% came about
      </h2>
      <p className="mt-2 text-small text-ink-soft">
        Each skill earns the share of its target that you reached; a must-have is worth 3 points, a nice-to-have 1. More
        than the target earns nothing extra.{' '}
        <a href="/about#fit" className="text-accent underline underline-offset-4">
          Why it is done so
        </a>
      </p>
      <ScrollRegion label="Working, as a table" className="mt-4">
        <table id={id} className="w-full min-w-[34rem] border-collapse text-small tabular">
          <thead>
            <tr className="border-b-2 border-ink text-left align-bottom">
              <th scope="col" className="py-2 pr-4 font-semibold">
                Skill
              </th>
              <th scope="col" className="py-2 pr-4 font-semibold">
                Weight
              </th>
              <th scope="col" className="py-2 pr-4 font-semibold">
                You
              </th>
              <th scope="col" className="py-2 pr-4 font-semibold">
                Target
              </th>
              <th scope="col" className="py-2 text-right font-semibold">
                Points
              </th>
            </tr>
          </thead>
          <tbody>
            {fit.parts.map((part) => (
              <tr key={part.skill.slug} className="border-b border-line">
                <th scope="row" className="py-2 pr-4 text-left font-normal">
                  {part.skill.name}
                </th>
                <td className="py-2 pr-4">{weightNames[part.skill.weight]}</td>
                <td className="py-2 pr-4">{part.level === null ? 'Not sure' : levelNames[part.level]}</td>
                <td className="py-2 pr-4">{levelNames[part.skill.target]}</td>
                <td className="py-2 text-right">
                  {points.format(part.earned)} of {part.possible}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4} className="py-2 pr-4 text-left font-semibold">
                Together
              </th>
              <td className="py-2 text-right font-semibold">
                {points.format(earned)} of {possible}
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </section>
  )
}
