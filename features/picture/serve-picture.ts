import { pictureIdPattern, readPictureFile } from './picture-files.ts'

/**
 * Answers with one file of a picture. An id and a width name the same bytes for ever, so they may be kept for ever.
 * @param asked as it stands in the address: anything at all
 */
export async function servePicture(asked: { id: string; file: string }, headers: Headers): Promise<Response> {
  const width = /^([1-9]\d{0,3})\.webp$/.exec(asked.file)?.[1]
  const file = width && pictureIdPattern.test(asked.id) ? await readPictureFile(asked.id, Number(width)) : null
  if (!file) return new Response('There is no such picture.', { status: 404, headers: missing })
  const tag = `"${asked.id}-${width}"`
  const kept = { ...safe, 'Cache-Control': 'public, max-age=31536000, immutable', ETag: tag }
  if (names(headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers: kept })
  return new Response(new Uint8Array(file), {
    headers: {
      ...kept,
      'Content-Type': 'image/webp',
      'Content-Length': String(file.length),
      'Content-Disposition': `inline; filename="picture-${width}.webp"`,
    },
  })
}

// Should a file ever be opened as a page, it can do nothing.
const safe = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
}

const missing = { ...safe, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }

function names(given: string | null, tag: string): boolean {
  return given?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag || each.trim() === '*') ?? false
}
