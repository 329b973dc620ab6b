import type { Route } from 'next'
import { classes } from '../classes.ts'
import { MagnifyingGlass, SearchBox } from './search-box.tsx'
import { Wordmark } from './wordmark.tsx'

export type Section = 'guides' | 'skills' | 'roles' | 'assess' | 'search' | 'me' | 'account' | 'admin' | null

/** Who is reading, as far as the header cares. */
export type ReaderKind = 'stranger' | 'guest' | 'user' | 'staff'

const links: { section: Section; href: Route; label: string; short?: string }[] = [
  { section: 'guides', href: '/guides', label: 'Guides' },
  { section: 'skills', href: '/skills', label: 'Skills' },
  { section: 'roles', href: '/roles', label: 'Roles' },
  { section: 'assess', href: '/assess', label: 'Assess yourself', short: 'Assess' },
]

interface SiteHeaderProps {
  section: Section
  reader: ReaderKind
  /** What suggests while somebody searches. */
  searchScript: string
}

export function SiteHeader({ section, reader, searchScript }: SiteHeaderProps) {
  return (
    <header className="no-print border-b border-line">
      <div className="relative mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-5 px-4 tablet:px-8 desktop:gap-x-8">
        <a href="/" className="my-3 mr-auto text-ink no-underline tablet:mr-0" aria-label="Guidepost, home">
          <Wordmark />
        </a>
        <nav
          aria-label="Main"
          className="order-last -ml-2 basis-[calc(100%-3.75rem)] tablet:order-none tablet:mr-auto tablet:basis-auto"
        >
          <ul className="flex flex-wrap">
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
        {section !== 'search' && (
          <div className="hidden w-60 desktop:block">
            <SearchBox id="search-wide" script={searchScript} />
          </div>
        )}
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
        {section !== 'search' && <SearchBehindSign script={searchScript} />}
      </div>
    </header>
  )
}

/** On narrow screens, where a row of its own would push every page down. */
function SearchBehindSign({ script }: { script: string }) {
  return (
    <details className="order-last -mr-3 ml-auto tablet:ml-0 desktop:hidden">
      <summary className="inline-flex size-11 cursor-pointer list-none items-center justify-center text-ink-soft hover:text-accent [&::-webkit-details-marker]:hidden">
        <MagnifyingGlass />
        <span className="sr-only">Search</span>
      </summary>
      <div className="absolute inset-x-0 top-full z-20 border-b border-line bg-surface px-4 py-3 tablet:px-8">
        <SearchBox id="search-narrow" script={script} />
      </div>
    </details>
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
