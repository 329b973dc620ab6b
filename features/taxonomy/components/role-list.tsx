import type { listRoles } from '../taxonomy-queries.ts'

interface RoleListProps {
  roles: Awaited<ReturnType<typeof listRoles>>
  /** Where the titles lead: the role's page or its assessment. */
  base: '/roles' | '/assess'
}

/** Roles under their fields of work, or in one list where none is in any. */
export function RoleList({ roles, base }: RoleListProps) {
  if (roles.every(({ category }) => category === null)) return <Roles roles={roles} base={base} heading="h2" />
  const groups = Map.groupBy(roles, ({ category }) => category?.slug ?? '')
  return [...groups]
    .toSorted(([a], [b]) => Number(a === '') - Number(b === ''))
    .map(([slug, inside]) => {
      const category = inside[0]?.category
      return (
        <section key={slug} aria-labelledby={`field-${slug}`} className="mb-14">
          <h2 id={`field-${slug}`} className="text-h3">
            {category?.name ?? 'Other roles'}
          </h2>
          {category && <p className="mt-1 text-base text-ink-soft">{category.summary}</p>}
          <div className="mt-4" />
          <Roles roles={inside} base={base} heading="h3" />
        </section>
      )
    })
}

function Roles({ roles, base, heading: Heading }: RoleListProps & { heading: 'h2' | 'h3' }) {
  return (
    <ul className="border-t border-line">
      {roles.map((role) => (
        <li key={role.slug} className="border-b border-line py-5">
          <Heading className="text-[1.5rem] leading-tight">
            <a href={`${base}/${role.slug}`} className="text-ink no-underline hover:text-accent">
              {role.name}
            </a>
          </Heading>
          <p className="mt-1.5 text-base leading-snug text-ink-soft">{role.summary}</p>
          <p className="mt-1.5 text-small text-ink-soft">
            {role.skillCount} skills
            {base === '/assess' && `, about ${Math.ceil(role.skillCount * 0.8)} minutes`}
          </p>
        </li>
      ))}
    </ul>
  )
}
