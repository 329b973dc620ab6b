import type { Instrumentation } from 'next'

/** Writes every fault of a page or handler to the log, under the references that the person was shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
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
