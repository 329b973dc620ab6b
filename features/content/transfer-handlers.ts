import { Readable } from 'node:stream'
import { StaffRefusal } from '#features/account/staff.ts'
import { exportAsZip, exportName } from './export-folder-queries.ts'
import { ImportRefusal } from './import-refusal.ts'
import { recordExport } from './transfer-writes.ts'
import { freshUpload, removeUpload, saveUpload } from './upload-files.ts'
import { openZip } from './zip-source.ts'

/** The whole content as a zip to keep, written down before it leaves. */
export async function answerExport(userId: string): Promise<Response> {
  const now = new Date()
  await recordExport(userId, now)
  return new Response(Readable.toWeb(exportAsZip(now)) as ReadableStream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${exportName(now)}.zip"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

/** Takes a zip as the body of a request, and looks whether it is one that can be planned. @returns its id */
export async function answerUpload(request: Request, userId: string): Promise<Response> {
  if (!request.body) throw new StaffRefusal(400, 'Choose a zip first.')
  let id = ''
  try {
    id = await saveUpload(request.body as Parameters<typeof saveUpload>[0], userId)
    const path = await freshUpload(userId, id)
    if (path) (await openZip(path)).close()
  } catch (error) {
    await removeUpload(userId, id)
    if (error instanceof ImportRefusal) throw new StaffRefusal(400, error.message)
    throw error
  }
  return Response.json({ id }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
}
