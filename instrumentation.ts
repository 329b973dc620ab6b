import type { Instrumentation } from 'next'

/** Writes every fault of a page or handler to the log, under the references that the person was shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // biome-ignore lint/style/noProcessEnv: a constant of the build, which keeps the log out of the edge bundle
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('#lib/log.ts')
  const header = request.headers['x-request-id']
  log().error(
    {
      err: error,
      reference: Array.isArray(header) ? header[0] : header,
      digest: error instanceof Error && 'digest' in error ? error.digest : undefined,
      method: request.method,
      route: context.routePath,
      kind: context.routeType,
    },
    'a request failed',
  )
}
