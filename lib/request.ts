import { headers } from 'next/headers'

/**
 * What is known about the request being answered. Both values are set by server/, which drops whatever the client sent
 * under these names; under `npm run dev` they are missing.
 */
export async function requestFacts(): Promise<{ reference: string; address: string; userAgent: string }> {
  const list = await headers()
  return {
    /** Stands on error pages and in the log. */
    reference: list.get('x-request-id') ?? 'dev',
    address: list.get('x-client-address') ?? 'local',
    userAgent: (list.get('user-agent') ?? '').slice(0, 300),
  }
}
