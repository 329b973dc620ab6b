import { Refusal } from '#lib/action.ts'
import { admit, type Limiter } from '#lib/rate-limit.ts'
import { securityEvent } from './security-log.ts'

/**
 * Counts an attempt.
 * @throws Refusal that says when to come back, once there were too many
 */
export async function insistOnLimit(limiter: Limiter, value: string): Promise<void> {
  const admission = await admit(limiter, value)
  if (admission.ok) return
  await securityEvent('limit-reached', { limiter })
  const minutes = Math.ceil(admission.retryAfterSeconds / 60)
  throw new Refusal(
    `That was tried too often. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`,
  )
}
