import { cookies } from 'next/headers'
import { z } from 'zod'
import { cookieAttributes, cookieNames } from '#lib/cookies.ts'
import { env } from '#lib/env.ts'
import { formHandler } from '#lib/handler.ts'
import { themes } from '#lib/theme.ts'

const oneYear = 365 * 24 * 60 * 60

const themeSchema = z.object({ theme: z.enum(themes, { error: 'Choose automatic, light or dark.' }) })

/** Where the theme switch posts to. */
export const POST = formHandler(themeSchema, async ({ theme }, returnTo) => {
  const { secure } = env()
  const jar = await cookies()
  const name = cookieNames(secure).theme
  // No cookie is the default; one that says so would only be one more thing about the reader.
  if (theme === 'system') jar.set(name, '', { ...cookieAttributes(secure), maxAge: 0 })
  else jar.set(name, theme, { ...cookieAttributes(secure), maxAge: oneYear })
  return returnTo
})
