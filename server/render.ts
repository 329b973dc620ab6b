import { type Captured, capture, type Handler } from '#server/capture.ts'
import { linksWithoutScripts } from '#server/headers.ts'
import { incomplete, stripFramework } from '#server/strip.ts'

/** What a document turned out to be. */
export type Rendered =
  | { kind: 'page'; status: 200 | 404; html: string; links: string | undefined; cookies: string[] }
  | { kind: 'redirect'; status: number; location: string; cookies: string[] }
  | { kind: 'failed'; reason: string }

// Any address without a route: Next answers it with the whole not-found page, header and all.
const nowhere = '/_not-found'

/**
 * Renders a document through Next and takes the framework's scripts out. Never throws: a fault is an answer too.
 * @param headers all that Next gets to know of the reader.
 */
export async function renderDocument(
  handler: Handler,
  url: string,
  headers: Record<string, string>,
): Promise<Rendered> {
  try {
    const answer = await capture(handler, url, { accept: 'text/html', ...headers })
    const { status } = answer
    const location = answer.header('location')
    if (status >= 300 && status < 400 && location !== undefined) {
      return { kind: 'redirect', status, location, cookies: answer.cookies }
    }
    if (status === 404) return renderNotFound(handler, headers)
    return status === 200 ? page(answer) : { kind: 'failed', reason: `Next answered ${status}` }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * The site's not-found page. Where a page itself calls notFound(), Next sends an empty shell and leaves the words to its
 * scripts; an address without a route gets the words in HTML. So that one is what every 404 shows.
 */
export async function renderNotFound(handler: Handler, headers: Record<string, string>): Promise<Rendered> {
  try {
    const answer = await capture(handler, nowhere, { accept: 'text/html', ...headers })
    return answer.status === 404
      ? page(answer)
      : { kind: 'failed', reason: `the not-found page answered ${answer.status}` }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

function page(answer: Captured): Rendered {
  if (!answer.header('content-type')?.startsWith('text/html')) return { kind: 'failed', reason: 'not HTML' }
  const html = answer.body.toString('utf8')
  const missing = incomplete(html)
  if (missing === 'failed') return { kind: 'failed', reason: 'a part of the page threw' }
  if (missing === 'late') return { kind: 'failed', reason: 'a Suspense boundary stands above a part of the document' }
  const links = answer.header('link')
  return {
    kind: 'page',
    status: answer.status === 404 ? 404 : 200,
    html: stripFramework(html),
    links: links === undefined ? undefined : linksWithoutScripts(links) || undefined,
    cookies: answer.cookies,
  }
}
