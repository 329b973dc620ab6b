import { verifyPassword } from './password.ts'
import { credentialsOf } from './session-queries.ts'

/**
 * Compares an email address (normalised) and a password with the accounts. Only whoever knows the password of a suspended
 * account learns that it is.
 */
export async function checkCredentials(
  email: string,
  password: string,
): Promise<{ userId: string } | 'wrong' | 'suspended'> {
  const found = await credentialsOf(email)
  const right = await verifyPassword(found?.passwordHash, password)
  if (!found || !right) return 'wrong'
  return found.suspended ? 'suspended' : { userId: found.id }
}
