import { noteUse } from '#features/guide/note-use.ts'

/** Where the documents' script tells that a line was copied or a question opened. */
export async function POST(request: Request): Promise<Response> {
  // The body comes from outside: that it cannot be read is an answer, not a fault.
  return noteUse(await request.formData().catch(() => null))
}
