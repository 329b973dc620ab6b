import { cookies } from 'next/headers'
import { cookieAttributes, cookieNames } from '#lib/cookies.ts'
import { env } from '#lib/env.ts'

const oneYear = 365 * 24 * 60 * 60

/** @returns the token of the guest in this browser, if it has the shape of one */
export async function readGuestToken(): Promise<string | undefined> {
  const value = (await cookies()).get(cookieNames(env().secure).guest)?.value
  return value && /^[\w-]{43}$/.test(value) ? value : undefined
}

/** In an action or a handler only: a page cannot set cookies. */
export async function setGuestCookie(token: string): Promise<void> {
  await write(token, oneYear)
}

/** In an action or a handler only. */
export async function clearGuestCookie(): Promise<void> {
  await write('', 0)
}

async function write(value: string, maxAge: number): Promise<void> {
  const { secure } = env()
  const jar = await cookies()
  jar.set(cookieNames(secure).guest, value, { ...cookieAttributes(secure), maxAge })
}
