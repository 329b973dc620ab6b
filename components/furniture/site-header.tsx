import type { Route } from 'next'
import { classes } from '../classes.ts'
import { Wordmark } from './wordmark.tsx'

export type Section = 'guides' | 'skills' | 'roles' | 'assess' | 'me' | 'account' | 'admin' | null

/** Who is reading, as far as the header cares. */
export type ReaderKind = 'stranger' | 'guest' | 'user' | 'staff'

const links: { section: Section; href: Route; label: string; short?: string }[] = [
  { section: 'guides', href: '/guides', label: 'Guides' },
  { section: 'skills', href: '/skills', label: 'Skills' },
  { section: 'roles', href: '/roles', label: 'Roles' },
  { section: 'assess', href: '/assess', label: 'Assess yourself', short: 'Assess' },
]

export function SiteHeader({ section, reader }: { section: Section; reader: ReaderKind }) {
  return (
    <header className="no-print border-b border-line">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-8 px-4 tablet:px-8">
        <a href="/" className="my-3 mr-auto text-ink no-underline tablet:mr-0" aria-label="Guidepost, home">
          <Wordmark />
        </a>
        <nav
          aria-label="Main"
          className="order-last -mx-2 basis-full tablet:order-none tablet:mr-auto tablet:basis-auto"
        >
          <ul className="flex">
            {links.map(({ section: own, href, label, short }) => (
              <li key={href}>
                <NavLink href={href} current={own === section}>
                  {short ? (
                    <>
                      <span className="tablet:hidden">{short}</span>
                      <span className="hidden tablet:inline">{label}</span>
                    </>
                  ) : (
                    label
                  )}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label="You" id="reader-nav" data-live className="-mx-2">
          <ul className="flex">
            {reader === 'staff' && (
              <li>
                <NavLink href="/admin" current={section === 'admin'}>
                  Edit
                </NavLink>
              </li>
            )}
            {reader !== 'stranger' && (
              <li>
                <NavLink href="/me" current={section === 'me'}>
                  My profile
                </NavLink>
              </li>
            )}
            <li>
              {reader === 'user' || reader === 'staff' ? (
                <NavLink href="/account" current={section === 'account'}>
                  Account
                </NavLink>
              ) : (
                <NavLink href="/sign-in" current={section === 'account'}>
                  Sign in
                </NavLink>
              )}
            </li>
          </ul>
        </nav>
      </div>
    </header>
  )
}

function NavLink({ href, current, children }: { href: Route; current: boolean; children: React.ReactNode }) {
  return (
    <a
      href={href}
      aria-current={current ? 'true' : undefined}
      className={classes(
        'inline-flex min-h-11 items-center px-2 text-small no-underline hover:text-accent',
        current ? 'font-semibold text-ink' : 'text-ink-soft',
      )}
    >
      {children}
    </a>
  )
}
