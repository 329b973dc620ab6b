import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { cookieNames } from '#lib/cookies.ts'
import { env } from '#lib/env.ts'
import { themeOf } from '#lib/theme.ts'
import { newsreader, sourceSans } from './fonts.ts'
import './globals.css'

// Every page is made when it is asked for: the database is read in this process, which Next cannot see, so it would
// freeze pages at build without a word. What may be kept is kept by the server in server/ (docs/decisions/0003).
export const dynamic = 'force-dynamic'

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().siteOrigin),
    title: { default: 'Guidepost', template: '%s · Guidepost' },
    description: 'Career guides in which every piece of advice is something you can do right there.',
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#14181a' },
  ],
}

export default async function RootLayout({ children }: LayoutProps<'/'>) {
  const theme = themeOf((await cookies()).get(cookieNames(env().secure).theme)?.value)
  return (
    <html
      lang="en-GB"
      data-theme={theme === 'system' ? undefined : theme}
      className={`${newsreader.variable} ${sourceSans.variable}`}
    >
      <head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  )
}
