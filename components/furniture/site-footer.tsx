import type { Theme } from '#lib/theme.ts'
import { ThemeSwitch } from './theme-switch.tsx'

export function SiteFooter({ theme, returnTo }: { theme: Theme; returnTo: string }) {
  return (
    <footer className="no-print mt-24 border-t border-line">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-8 gap-y-4 px-4 py-8 text-small text-ink-soft tablet:px-8">
        <p className="basis-full tablet:mr-auto tablet:basis-auto">
          Guidepost. Read it, try it, keep what you can show for it.
        </p>
        <nav aria-label="About this site">
          <ul className="flex flex-wrap gap-x-6">
            <li>
              <a href="/about" className="inline-flex min-h-11 items-center hover:text-accent">
                About
              </a>
            </li>
            <li>
              <a href="/privacy" className="inline-flex min-h-11 items-center hover:text-accent">
                Privacy
              </a>
            </li>
            <li>
              <a href="/accessibility" className="inline-flex min-h-11 items-center hover:text-accent">
                Accessibility
              </a>
            </li>
            <li>
              <a href="/feed.xml" className="inline-flex min-h-11 items-center hover:text-accent">
                Feed
              </a>
            </li>
          </ul>
        </nav>
        <ThemeSwitch theme={theme} returnTo={returnTo} />
      </div>
    </footer>
  )
}
