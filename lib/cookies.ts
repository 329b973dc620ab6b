/** The site's cookies. All of them are strictly necessary: who is reading, and in which colours. */
export interface CookieNames {
  session: string
  guest: string
  theme: string
}

/** @param secure whether the site is reached over TLS; only then may a name carry the __Host- prefix. */
export function cookieNames(secure: boolean): CookieNames {
  const prefix = secure ? '__Host-' : ''
  return { session: `${prefix}session`, guest: `${prefix}guest`, theme: `${prefix}theme` }
}

/** The attributes every cookie of the site is set with; __Host- demands the path and forbids a domain. */
export function cookieAttributes(secure: boolean) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
}
