import { capitalised } from '#lib/format.ts'
import { activities, fewestActivities, mostActivities } from '../activities.ts'

interface ActivityBoxesProps {
  chosen: readonly string[]
  onChange(chosen: string[]): void
  error: string | undefined
}

/** What people do all day in a role, to be ticked. */
export function ActivityBoxes({ chosen, onChange, error }: ActivityBoxesProps) {
  return (
    <fieldset id="activities" aria-describedby={error ? 'activities-hint activities-error' : 'activities-hint'}>
      <legend className="text-h3 font-serif">What people do all day</legend>
      <p id="activities-hint" className="mt-0.5 text-ink-soft">
        {`What fills the hours: ${fewestActivities} to ${mostActivities}, or none. “Which role suits me?” asks readers whether they like them.`}
      </p>
      {error && (
        <p id="activities-error" className="mt-1 font-semibold text-error">
          {error}
        </p>
      )}
      <div className="mt-2 grid gap-x-6 tablet:grid-cols-2">
        {activities.map(({ slug, text }, index) => (
          <label key={slug} className="flex min-h-11 items-center gap-2.5 py-1 text-small leading-snug">
            <input
              type="checkbox"
              name={`activities.${index}`}
              value={slug}
              checked={chosen.includes(slug)}
              onChange={({ target }) =>
                onChange(
                  activities.flatMap((each) =>
                    (each.slug === slug ? target.checked : chosen.includes(each.slug)) ? [each.slug] : [],
                  ),
                )
              }
              className="size-5 shrink-0 accent-accent"
            />
            {capitalised(text)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
