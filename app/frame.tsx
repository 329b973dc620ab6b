import { cookies } from 'next/headers'
import { SiteFooter } from '#components/furniture/site-footer.tsx'
import { type Section, SiteHeader } from '#components/furniture/site-header.tsx'
import { currentUser } from '#features/account/account-queries.ts'
import { userCan } from '#features/account/staff.ts'
import { currentPerson } from '#features/profile/person-queries.ts'
import { cookieNames } from '#lib/cookies.ts'
import { env } from '#lib/env.ts'
import { themeOf } from '#lib/theme.ts'
import { searchSource } from './static-scripts.ts'

interface FrameProps {
  section?: Section
  /** Where the theme switch comes back to. */
  path: string
  children: React.ReactNode
}

/** What stands around every page: the way in for keyboards, the header, the footer. */
export async function Frame({ section = null, path, children }: FrameProps) {
  const person = await currentPerson()
  const user = await currentUser()
  const reader = user && userCan(user, 'guide.edit') ? 'staff' : (person?.kind ?? 'stranger')
  const theme = themeOf((await cookies()).get(cookieNames(env().secure).theme)?.value)
  return (
    <>
      <a
        href="#main"
        className="no-print absolute top-2 left-2 z-10 -translate-y-20 rounded-medium bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
      >
        Skip to the text
      </a>
      <SiteHeader section={section} reader={reader} searchScript={searchSource} />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SiteFooter theme={theme} returnTo={path} />
    </>
  )
}
