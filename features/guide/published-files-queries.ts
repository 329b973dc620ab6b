import 'server-only'
import { contentVersion } from '#db/client.ts'
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
  return (await files().answer(request, name, contentVersion(), make)) ?? noSuchFile()
}

/** The same for a file that is made of so little that its `version` says all of it. */
export async function answerVersioned(
  request: Request,
  name: string,
  version: string,
  make: () => Promise<MadeFile | null>,
): Promise<Response> {
  return (await files().answer(request, name, version, make)) ?? noSuchFile()
}

/** An XML file of this site. */
export const xmlFile = (body: string, type = 'application/xml'): MadeFile => ({ type: `${type}; charset=utf-8`, body })
