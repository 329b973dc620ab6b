import { buttonClasses } from '#components/ui/button.tsx'
import { Moment } from '#components/ui/moment.tsx'
import type { Progress } from '../progress-queries.ts'

/** Assessments taken, newest first; any two of them can be compared. A plain GET form: it needs no script. */
export function PastAssessments({ past }: { past: Progress['past'] }) {
  if (past.length === 0) {
    return (
      <p className="mt-3 text-small text-ink-soft">
        None yet. An assessment takes about ten minutes and keeps a picture of the day, to compare with later ones.
      </p>
    )
  }
  const comparable = past.length > 1
  return (
    <form action="/me/compare">
      <div className="mt-3 overflow-x-auto">
        <table className="w-full border-collapse text-small">
          <thead>
            <tr className="border-b-2 border-ink text-left">
              {comparable && (
                <>
                  <th scope="col" className="py-2 pr-3 font-semibold">
                    From
                  </th>
                  <th scope="col" className="py-2 pr-3 font-semibold">
                    To
                  </th>
                </>
              )}
              <th scope="col" className="py-2 pr-3 font-semibold">
                Role and day
              </th>
              <th scope="col" className="py-2 text-right font-semibold">
                Fit
              </th>
            </tr>
          </thead>
          <tbody>
            {past.map((assessment, index) => (
              <tr key={assessment.id} className="border-b border-line">
                {comparable && (
                  <>
                    <td className="py-2 pr-3">
                      <Pick
                        name="from"
                        value={assessment.id}
                        chosen={index === 1}
                        label="Compare from"
                        number={index + 1}
                      />
                    </td>
                    <td className="py-2 pr-3">
                      <Pick
                        name="to"
                        value={assessment.id}
                        chosen={index === 0}
                        label="Compare to"
                        number={index + 1}
                      />
                    </td>
                  </>
                )}
                <td className="py-2 pr-3">
                  <a href={`/results/${assessment.id}`} className="text-ink underline-offset-4 hover:underline">
                    {assessment.roleName}, <Moment at={assessment.createdAt.toISOString()} withTime />
                  </a>
                </td>
                <td className="py-2 text-right tabular">{assessment.fit}%</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {comparable && (
        <button type="submit" className={buttonClasses('secondary', 'mt-4')}>
          Compare the two
        </button>
      )}
    </form>
  )
}

interface PickProps {
  name: 'from' | 'to'
  value: string
  chosen: boolean
  label: string
  number: number
}

function Pick({ name, value, chosen, label, number }: PickProps) {
  return (
    <label className="inline-flex size-8 cursor-pointer items-center justify-center">
      <span className="sr-only">
        {label} assessment {number}
      </span>
      <input type="radio" name={name} value={value} defaultChecked={chosen} className="size-4.5 accent-accent" />
    </label>
  )
}
