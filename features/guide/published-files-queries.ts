import 'server-only'
import { contentVersion } from '#db/client.ts'
import type { RedirectKind } from '#db/schema/site.ts'
import { movedTo } from '#features/taxonomy/redirect-queries.ts'
import { env } from '#lib/env.ts'
import { type MadeFile, MadeFiles, noSuchFile } from '#lib/made-files.ts'

// Bundles may load this module more than once in a process; what is kept must be bounded once.
const key = Symbol.for('guidepost.published-files')
const store = globalThis as { [key]?: MadeFiles }
const keptBytes = 32 * 1024 * 1024

const files = (): MadeFiles => {
  store[key] ??= new MadeFiles(keptBytes)
  return store[key]
}

/**
 * Answers with a file made of the published content: made once for each version of it, so a publish shows at once.
 * @param name of the file, its address for example
 */
export async function answerPublished(
  request: Request,
  name: string,
  make: () => Promise<MadeFile | null>,
): Promise<Response> {
  return await answerVersioned(request, name, String(contentVersion()), make)
}

/** The same for a file that is made of so little that its `version` says all of it. */
export async function answerVersioned(
  request: Request,
  name: string,
  version: string,
  make: () => Promise<MadeFile | null>,
): Promise<Response> {
  // Whoever works on the making wants to see it.
  const kept = env().mode === 'development' ? new MadeFiles(keptBytes) : files()
  return (await kept.answer(request, name, version, make)) ?? noSuchFile()
}

/** An XML file of this site. */
export const xmlFile = (body: string, type = 'application/xml'): MadeFile => ({ type: `${type}; charset=utf-8`, body })

/**
 * Answers for a file of something that is not there: it may have another address by now.
 * @param address of the file, by the slug that the thing has now
 */
export async function answerMoved(
  kind: RedirectKind,
  slug: string,
  address: (now: string) => string,
): Promise<Response> {
  const now = await movedTo(kind, slug)
  return now === null ? noSuchFile() : new Response(null, { status: 308, headers: { Location: address(now) } })
}
