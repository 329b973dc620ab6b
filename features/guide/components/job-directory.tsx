import type { Route } from 'next'
import type { FieldOfWork } from '../job-directory-queries.ts'

/** Every job by its field of work: the way in for whoever knows what they want to be. */
export function JobDirectory({ fields }: { fields: readonly FieldOfWork[] }) {
  return (
    <div className="gap-x-10 tablet:columns-2 desktop:columns-3">
      {fields.map(({ name, jobs }) => (
        <section key={name ?? 'other'} className="mb-8 break-inside-avoid border-t border-line pt-3">
          {(name || fields.length > 1) && (
            <h3 className="font-sans text-small font-semibold tracking-normal">{name ?? 'Other work'}</h3>
          )}
          <ul className="mt-1">
            {jobs.map((job) => (
              <li key={job.slug}>
                <a
                  href={(job.guide ? `/guides/${job.guide}` : `/roles/${job.slug}`) as Route}
                  className="inline-flex min-h-10 items-center font-serif text-[1.25rem] leading-tight text-ink no-underline hover:text-accent"
                >
                  {job.name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
