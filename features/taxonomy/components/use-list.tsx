import type { Route } from 'next'
import type { Uses } from '../use-queries.ts'

const link = 'text-ink underline decoration-line-strong underline-offset-4 hover:decoration-accent'

interface UseListProps {
  uses: Pick<Uses, 'roles' | 'guides'>
  /** "Twelve people have rated it"; nothing for what cannot be rated. */
  rated?: string
}

/** Where a skill or a role is used, for those who edit it. */
export function UseList({ uses: { roles, guides }, rated }: UseListProps) {
  return (
    <section aria-labelledby="uses-title" className="mt-10">
      <h2 id="uses-title" className="text-h3">
        Where it is used
      </h2>
      {rated && <p className="mt-2">{rated}</p>}
      {roles.length + guides.length === 0 && <p className="mt-2 text-ink-soft">In no role or guide yet.</p>}
      {roles.length > 0 && (
        <>
          <h3 className="mt-4 font-sans text-small font-semibold tracking-normal">Roles</h3>
          <ul>
            {roles.map(({ id, name }) => (
              <li key={id} className="border-b border-line py-1.5">
                <a href={`/admin/roles/${id}` as Route} className={link}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {guides.length > 0 && (
        <>
          <h3 className="mt-4 font-sans text-small font-semibold tracking-normal">Guides</h3>
          <ul>
            {guides.map(({ id, title, isPublic }) => (
              <li key={id} className="border-b border-line py-1.5">
                <a href={`/admin/guides/${id}` as Route} className={link}>
                  {title || 'A guide without a title'}
                </a>
                {!isPublic && <span className="text-ink-soft">, not public</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
