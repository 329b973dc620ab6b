import type { z } from 'zod'
import { fields } from './action.ts'
import { log } from './log.ts'
import { plainPage } from './plain-page.ts'
import { requestFacts } from './request.ts'
import { safeReturnPath } from './return-path.ts'

/** Thrown by a form's handler: answered as a small page that says what is wrong and leads back. */
export class HandlerRefusal extends Error {
  readonly status: 400 | 410 | 429
  readonly retryAfterSeconds: number | undefined
  constructor(status: 400 | 410 | 429, message: string, retryAfterSeconds?: number) {
    super(message)
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
  }
}

const headings = { 400: 'Not quite', 410: 'That is gone', 429: 'A little slower, please' } as const

/**
 * Makes the handler of a document's form. Documents post to stable addresses, since they outlive a build, and every
 * such form names where it comes back to.
 * @param schema of the form's fields, `returnTo` apart; its messages are shown to the reader
 * @param run does it and returns where to go; throws a HandlerRefusal for what cannot be done
 */
export function formHandler<Schema extends z.ZodObject>(
  schema: Schema,
  run: (input: z.output<Schema>, returnTo: string) => Promise<string>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const form = await readForm(request)
    const returnTo = safeReturnPath(form?.get('returnTo'))
    try {
      if (!form) throw new HandlerRefusal(400, 'The form did not arrive in one piece. Go back and send it again.')
      const parsed = schema.safeParse(fields(form, schema))
      if (!parsed.success) throw new HandlerRefusal(400, parsed.error.issues[0]?.message ?? 'Something is missing.')
      // A path, not a whole address: the browser knows better than a proxy under which name it came.
      return new Response(null, { status: 303, headers: { Location: await run(parsed.data, returnTo) } })
    } catch (error) {
      if (error instanceof HandlerRefusal) return refusalPage(error, returnTo)
      const { reference } = await requestFacts()
      log().error({ err: error, reference, path: new URL(request.url).pathname }, 'a form handler failed')
      return page(500, {
        heading: 'Something went wrong on our side',
        advice: 'Nothing was saved. Go back and try again; if it goes on, tell whoever runs this site the reference.',
        link: { href: returnTo, text: 'Go back' },
        reference,
      })
    }
  }
}

/** @returns null for a body that is no form. */
async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData()
  } catch {
    // The body comes from outside: that it cannot be read is an answer, not a fault.
    return null
  }
}

function refusalPage({ status, message, retryAfterSeconds }: HandlerRefusal, returnTo: string): Response {
  return page(
    status,
    { heading: headings[status], advice: message, link: { href: returnTo, text: 'Go back' } },
    retryAfterSeconds ? { 'Retry-After': String(retryAfterSeconds) } : {},
  )
}

function page(
  status: number,
  content: Parameters<typeof plainPage>[0],
  headers: Record<string, string> = {},
): Response {
  return new Response(plainPage(content), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  })
}
