import { ScrollRegion } from '#components/scroll-region.tsx'
import { peopleInWords } from '#features/profile/five-people.ts'
import { assessmentsRead, insightDays, type ReaderNeeds } from '../insight-queries.ts'

const head = 'border-b-2 border-ink py-2 pr-6 text-left font-semibold align-bottom'
const cell = 'border-b border-line py-2.5 pr-6 align-top'

/** Which roles people assessed themselves for, and what they were short of. */
export function ReaderNeedsView({ needs: { roles, gaps, more } }: { needs: ReaderNeeds }) {
  if (roles.length === 0) {
    return (
      <p className="mt-3 max-w-[42rem] text-ink-soft">
        Nobody has assessed themselves in the last {2 * insightDays} days. Once people do, this says for which roles,
        and which skills most of them are short of.
      </p>
    )
  }
  const most = Math.max(...gaps.map(({ people }) => people))
  return (
    <div className="mt-4 grid items-start gap-x-14 gap-y-8 desktop:grid-cols-[3fr_2fr]">
      <ScrollRegion label="Assessments by role">
        <table className="w-full min-w-[34rem]">
          <thead>
            <tr>
              <th scope="col" className={head}>
                Role
              </th>
              <th scope="col" className={head}>
                Last {insightDays} days
              </th>
              <th scope="col" className={head}>
                The {insightDays} before
              </th>
              <th scope="col" className={head}>
                Most are short of
              </th>
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role.slug}>
                <th scope="row" className={`${cell} text-left font-semibold`}>
                  {role.name}
                </th>
                <td className={`${cell} tabular`}>{peopleInWords(role.recent)}</td>
                <td className={`${cell} tabular`}>{peopleInWords(role.before)}</td>
                <td className={cell}>{role.gaps.map(({ name }) => name).join(', ') || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <section aria-labelledby="gaps">
        <h3 id="gaps" className="font-sans text-small font-semibold tracking-normal">
          The most common gaps, all roles together
        </h3>
        {gaps.length === 0 ? (
          <p className="mt-1 text-ink-soft">No skill is missing to five people or more.</p>
        ) : (
          <ol className="mt-1 border-t border-line">
            {gaps.map(({ slug, name, people }) => (
              <li key={slug} className="border-b border-line py-2">
                <span className="flex justify-between gap-x-6">
                  <a href={`/skills/${slug}`} className="text-accent underline-offset-4 hover:underline">
                    {name}
                  </a>
                  <span className="tabular whitespace-nowrap">{peopleInWords(people)}</span>
                </span>
                <Bar share={people / most} />
              </li>
            ))}
          </ol>
        )}
        <p className="mt-3 text-tiny text-ink-soft">
          Skills rated below what the role asks, in the assessments of the last {insightDays} days
          {more && `, the newest ${assessmentsRead.toLocaleString('en-GB')} of them`}. “Not sure” is not counted.
        </p>
      </section>
    </div>
  )
}

function Bar({ share }: { share: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none" className="mt-1 block h-1 w-full">
      <rect width="100" height="1" className="fill-line" />
      <rect width={100 * share} height="1" className="fill-accent" />
    </svg>
  )
}
