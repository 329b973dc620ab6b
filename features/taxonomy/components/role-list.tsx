import type { listRoles } from '../taxonomy-queries.ts'

interface RoleListProps {
  roles: Awaited<ReturnType<typeof listRoles>>
  /** Where the titles lead: the role's page or its assessment. */
  base: '/roles' | '/assess'
}

export function RoleList({ roles, base }: RoleListProps) {
  return (
    <ul className="border-t border-line">
      {roles.map((role) => (
        <li key={role.slug} className="border-b border-line py-5">
          <h2 className="text-[1.5rem] leading-tight">
            <a href={`${base}/${role.slug}`} className="text-ink no-underline hover:text-accent">
              {role.name}
            </a>
          </h2>
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
