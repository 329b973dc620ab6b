import { ScrollRegion } from '#components/scroll-region.tsx'
import { counted } from '#lib/format.ts'
import { levelNames } from '#lib/levels.ts'
import type { Answer, SkillChange } from '../assessment.ts'

/** Two assessments side by side, a row a skill. */
export function ComparisonTable({ changes }: { changes: readonly SkillChange[] }) {
  return (
    <ScrollRegion label="Comparison, as a table" className="mt-10">
      <table className="w-full border-collapse text-small leading-snug">
        <thead>
          <tr className="border-b-2 border-ink text-left">
            <th scope="col" className="py-2 pr-2 pl-2 tablet:pr-4 font-semibold">
              Skill
            </th>
            <th scope="col" className="py-2 pr-2 tablet:pr-4 font-semibold">
              Before
            </th>
            <th scope="col" className="py-2 pr-2 tablet:pr-4 font-semibold">
              After
            </th>
            <th scope="col" className="py-2 pr-2 text-right font-semibold">
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr
              key={change.slug}
              className={change.difference ? 'border-b border-line bg-mark-wash' : 'border-b border-line'}
            >
              <th scope="row" className="py-2 pr-2 pl-2 text-left tablet:pr-4 font-normal">
                {change.name}
              </th>
              <td className="py-2 pr-2 tablet:pr-4">{answerText(change.before)}</td>
              <td className="py-2 pr-2 tablet:pr-4">{answerText(change.after)}</td>
              <td className="py-2 pr-2 text-right">{differenceText(change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function answerText(answer: Answer | undefined): string {
  if (answer === undefined) return 'Not asked'
  return answer === null ? 'Not sure' : levelNames[answer]
}

function differenceText({ difference }: SkillChange): string {
  if (difference === null) return '–'
  if (difference === 0) return 'Same'
  return `${difference > 0 ? 'Up' : 'Down'} ${counted(Math.abs(difference), 'level')}`
}
