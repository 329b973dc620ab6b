import { StaffRefusal } from '#features/account/staff.ts'
import { plainPage } from '#lib/plain-page.ts'
import { pictureLimits } from './picture-limits.ts'
import { isBusy } from './picture-processing.ts'
import { altSchema } from './picture-schema.ts'
import type { UploadAnswer } from './upload-answers.ts'
import { type Upload, uploadPicture } from './upload-writes.ts'

const libraryPath = '/admin/pictures'
const filesAtOnce = 20

/**
 * Takes the pictures of a form with the files in `file`, and the text for one of them in `alt`.
 * Whoever asks for JSON sends one file at a time and hears of it; a plain form is led on to what it brought.
 */
export async function answerUpload(request: Request, userId: string): Promise<Response> {
  const script = request.headers.get('accept')?.includes('application/json') ?? false
  try {
    return await (script ? answerScript(request, userId) : answerForm(request, userId))
  } catch (error) {
    if (script || !(error instanceof StaffRefusal)) throw error
    return refusalPage(error)
  }
}

async function answerScript(request: Request, userId: string): Promise<Response> {
  const { files, alt } = await readForm(request)
  const [file] = files
  if (!file) throw noFile()
  const { picture, outcome } = accepted(await upload(file, alt, userId))
  const { id, name, alt: said, width, height, widths } = picture
  return Response.json({ picture: { id, name, alt: said, width, height, widths }, outcome } satisfies UploadAnswer, {
    status: outcome === 'new' ? 201 : 200,
    headers: { 'Cache-Control': 'no-store' },
  })
}

async function answerForm(request: Request, userId: string): Promise<Response> {
  const { files, alt } = await readForm(request)
  if (files.length === 0) throw noFile()
  if (files.length > filesAtOnce) throw new StaffRefusal(400, `Send at most ${filesAtOnce} pictures at once.`)
  const added: string[] = []
  const refused: { name: string; upload: Exclude<Upload, { status: 'added' }> }[] = []
  for (const file of files) {
    const outcome = await upload(file, files.length === 1 ? alt : '', userId)
    if (outcome.status === 'added') added.push(outcome.picture.id)
    else refused.push({ name: file.name, upload: outcome })
  }
  const [first] = refused
  if (first && files.length === 1) throw refusalOf(first.upload)
  if (first) {
    const words = refused.map((each) => `${each.name}: ${refusalOf(each.upload).message}`).join(' ')
    throw new StaffRefusal(refusalOf(first.upload).status, `${added.length} of ${files.length} were taken. ${words}`)
  }
  const location = added.length === 1 ? `${libraryPath}/${added[0]}` : libraryPath
  return new Response(null, { status: 303, headers: { Location: location } })
}

async function readForm(request: Request): Promise<{ files: File[]; alt: string }> {
  if (isBusy()) throw busy()
  let form: FormData
  try {
    form = await request.formData()
  } catch {
    // The body comes from outside: that it cannot be read is an answer, not a fault.
    throw new StaffRefusal(400, 'The file did not arrive in one piece. Send it again.')
  }
  const files = form.getAll('file').filter((each): each is File => each instanceof File && each.name !== '')
  const alt = altSchema.safeParse(form.get('alt') ?? '')
  return { files, alt: alt.data ?? '' }
}

async function upload(file: File, alt: string, userId: string): Promise<Upload> {
  // One byte more than is allowed is enough to be refused for.
  const bytes = Buffer.from(await file.slice(0, pictureLimits.bytes + 1).arrayBuffer())
  return await uploadPicture({ name: file.name, bytes, alt }, userId)
}

function accepted(outcome: Upload): Extract<Upload, { status: 'added' }> {
  if (outcome.status === 'added') return outcome
  throw refusalOf(outcome)
}

function refusalOf(outcome: Exclude<Upload, { status: 'added' }>): StaffRefusal {
  if (outcome.status === 'busy') return busy()
  const status = ({ size: 413, type: 415, content: 400 } as const)[outcome.reason]
  return new StaffRefusal(status, outcome.message)
}

const noFile = () => new StaffRefusal(400, 'Choose a picture first.')
const busy = () => new StaffRefusal(429, 'Many pictures are being made ready. Try again in a moment.')

function refusalPage({ status, message }: StaffRefusal): Response {
  const link = { href: libraryPath, text: 'Back to the pictures' }
  return new Response(plainPage({ heading: 'Not every picture could be taken', advice: message, link }), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
