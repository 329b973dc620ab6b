import type { Route } from 'next'
import { classes } from '#components/classes.ts'
import type { CurrentUser } from '#features/account/account-queries.ts'
import type { StaffAbility } from '#features/account/permissions.ts'
import { userCan } from '#features/account/staff.ts'
import { Frame } from '../../frame.tsx'

export type AdminSection =
  | 'home'
  | 'guides'
  | 'pictures'
  | 'skills'
  | 'roles'
  | 'categories'
  | 'authors'
  | 'people'
  | 'log'
  | 'transfer'

const sections: { section: AdminSection; href: string; label: string; ability: StaffAbility }[] = [
  { section: 'home', href: '/admin', label: 'Overview', ability: 'insight.read' },
  { section: 'guides', href: '/admin/guides', label: 'Guides', ability: 'guide.edit' },
  { section: 'pictures', href: '/admin/pictures', label: 'Pictures', ability: 'picture.edit' },
  { section: 'skills', href: '/admin/skills', label: 'Skills', ability: 'taxonomy.edit' },
  { section: 'roles', href: '/admin/roles', label: 'Roles', ability: 'taxonomy.edit' },
  { section: 'categories', href: '/admin/categories', label: 'Fields of work', ability: 'taxonomy.edit' },
  { section: 'authors', href: '/admin/authors', label: 'Authors', ability: 'taxonomy.edit' },
  { section: 'people', href: '/admin/people', label: 'People', ability: 'people.manage' },
  { section: 'log', href: '/admin/log', label: 'Log', ability: 'audit.read' },
  { section: 'transfer', href: '/admin/transfer', label: 'In and out', ability: 'content.export' },
]

interface AdminFrameProps {
  user: CurrentUser
  section: AdminSection
  /** Of this page, for the theme switch. */
  path: string
  title: React.ReactNode
  /** The title is for those who hear it: the page itself shows what it is. */
  quiet?: boolean
  /** Above the title: a link back to the list. */
  kicker?: React.ReactNode
  /** Beside the title: what can be done with the whole of the page. */
  actions?: React.ReactNode
  children: React.ReactNode
}

/** What stands around every page of the admin: the same house as the site, denser. */
export function AdminFrame({ user, section, path, title, quiet, kicker, actions, children }: AdminFrameProps) {
  return (
    <Frame section="admin" path={path}>
      <div className="mx-auto max-w-[90rem] px-4 text-small tablet:px-8">
        <nav aria-label="Site keeping" className="no-print -mx-2 overflow-x-auto border-b border-line">
          <ul className="flex">
            {sections
              .filter(({ ability }) => userCan(user, ability))
              .map(({ section: own, href, label }) => (
                <li key={own}>
                  <a
                    href={href as Route}
                    aria-current={own === section ? 'true' : undefined}
                    className={classes(
                      '-mb-px inline-flex min-h-11 items-center border-b-2 px-2.5 text-small whitespace-nowrap no-underline hover:text-accent',
                      own === section ? 'border-accent font-semibold text-ink' : 'border-transparent text-ink-soft',
                    )}
                  >
                    {label}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
        <div className="mt-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <div className="min-w-0">
            {kicker && <p className="mb-1 text-small">{kicker}</p>}
            <h1 className={quiet ? 'sr-only' : 'text-h2'}>{title}</h1>
          </div>
          {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
        </div>
        <div className="mt-6">{children}</div>
      </div>
    </Frame>
  )
}
