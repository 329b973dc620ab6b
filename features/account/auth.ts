import { cookies } from 'next/headers'
import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig } from 'next-auth'
import { decode } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { cookieAttributes, cookieNames } from '#lib/cookies.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { requestFacts } from '#lib/request.ts'
import { startSession, touchSession } from './account-writes.ts'
import { checkCredentials } from './credentials.ts'
import { deviceLabel } from './device.ts'
import { liveSession } from './session-queries.ts'
import { ageLimit, needsTouch } from './session-rules.ts'

// There is no /api/auth: people sign in and out through server actions only, so these are the only ways in.

const claimsSchema = z.object({ sub: z.string(), sid: z.string() })
const credentialsSchema = z.object({ email: z.string(), password: z.string() })

/** The password is right, and the account opens nothing all the same. */
class SuspendedSignIn extends CredentialsSignin {
  override code = 'suspended'
}

/** Made on first use, so that a build needs no settings. */
const { auth, signIn } = NextAuth(() => config())

export { auth }

/**
 * Signs in with an email address (normalised) and a password, and sets the session cookie.
 * @returns the new session; 'wrong' if the two do not go together; 'suspended' if they do but the account is
 */
export async function openSession(
  email: string,
  password: string,
): Promise<{ userId: string; sessionId: string } | 'wrong' | 'suspended'> {
  const name = cookieNames(env().secure).session
  const jar = await cookies()
  const before = jar.get(name)?.value
  try {
    await signIn('credentials', { email, password, redirect: false, redirectTo: '/' })
  } catch (error) {
    if (error instanceof CredentialsSignin) return error.code === 'suspended' ? 'suspended' : 'wrong'
    throw error
  }
  // A request header can make the library return where it would throw, so only the cookie it set is proof.
  const token = jar.get(name)?.value
  if (!token || token === before) return 'wrong'
  const claims = claimsSchema.parse(await decode({ token, secret: env().authSecret, salt: name }))
  return { userId: claims.sub, sessionId: claims.sid }
}

/** Takes the session cookie away. Ending the session itself is `endSession`. */
export async function dropSessionCookie(): Promise<void> {
  const { secure } = env()
  const jar = await cookies()
  jar.set(cookieNames(secure).session, '', { ...cookieAttributes(secure), maxAge: 0 })
}

function config(): NextAuthConfig {
  const { secure, authSecret } = env()
  const options = cookieAttributes(secure)
  const prefix = secure ? '__Host-' : ''
  return {
    secret: authSecret,
    // Its own address is never used: no link is made from it, and every redirect is ours.
    trustHost: true,
    basePath: '/api/auth',
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: ageLimit / 1000 },
    cookies: {
      sessionToken: { name: cookieNames(secure).session, options },
      // The library wants to remember where to go next. We know: the cookie is gone as soon as it is set.
      callbackUrl: { name: `${prefix}callback`, options: { ...options, maxAge: 0 } },
    },
    providers: [Credentials({ credentials: { email: {}, password: {} }, authorize })],
    callbacks: { jwt: readOrStartSession, session: ({ session, token }) => ({ ...session, account: token.account }) },
    logger: {
      error: (error) => {
        if (error instanceof CredentialsSignin) return
        if (error instanceof AuthError && error.type === 'JWTSessionError') log().info('a session cookie was refused')
        else log().error({ err: error }, 'next-auth failed')
      },
      warn: (code) => log().warn({ code }, 'next-auth warns'),
      debug: () => undefined,
    },
  }
}

async function authorize(input: unknown): Promise<{ id: string } | null> {
  const parsed = credentialsSchema.safeParse(input)
  if (!parsed.success) return null
  const checked = await checkCredentials(parsed.data.email, parsed.data.password)
  if (checked === 'suspended') throw new SuspendedSignIn()
  return checked === 'wrong' ? null : { id: checked.userId }
}

type JwtCallback = NonNullable<NonNullable<NextAuthConfig['callbacks']>['jwt']>

/** The token says which session; whether it still holds, and whose it is, stands in the database and nowhere else. */
const readOrStartSession: JwtCallback = async ({ token, user }) => {
  const now = new Date()
  if (user) {
    if (!user.id) return null
    const { userAgent } = await requestFacts()
    const sid = await startSession(user.id, deviceLabel(userAgent), now)
    return sid === null ? null : { sub: user.id, sid }
  }
  const claims = claimsSchema.safeParse(token)
  if (!claims.success) return null
  const { sub, sid } = claims.data
  const found = await liveSession(sid, now)
  if (!found || found.userId !== sub) return null
  // Not awaited: nobody's page waits for it, and if it fails the next request tries again.
  if (needsTouch(found, now)) touchSession(sid, now).catch((err) => log().warn({ err }, 'a session was not touched'))
  const { userId: id, name, email, role } = found
  return { ...token, account: { id, name, email, role, sessionId: sid } }
}
