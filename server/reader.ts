import type { CookieNames } from '#lib/cookies.ts'
import { type Theme, themeOf } from '#lib/theme.ts'

/** Who asks, as far as a cookie tells: a stranger shares a copy, anybody else gets their own. */
export type Reader = { stranger: true; theme: Theme } | { stranger: false }

const strangers: Record<Theme, Reader> = {
  system: { stranger: true, theme: 'system' },
  light: { stranger: true, theme: 'light' },
  dark: { stranger: true, theme: 'dark' },
}
const known: Reader = { stranger: false }

/** Reads a Cookie header. Whether the session or the guest is real is not this layer's to judge: they are rendered for. */
export function readerOf(cookie: string | undefined, names: CookieNames): Reader {
  if (cookie === undefined) return strangers.system
  let theme: Theme = 'system'
  for (const pair of cookie.split(';')) {
    const at = pair.indexOf('=')
    if (at < 0) continue
    const name = pair.slice(0, at).trim()
    // A long session is split over session.0, session.1 and so on.
    if (name === names.session || name === names.guest || name.startsWith(`${names.session}.`)) return known
    if (name === names.theme) theme = themeOf(pair.slice(at + 1).trim())
  }
  return strangers[theme]
}
