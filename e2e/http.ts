import { type IncomingHttpHeaders, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { newAddress, origin } from './fixtures.ts'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** As it came over the wire. */
  bytes: Buffer
  /** Decoded. */
  text: string
}

interface Ask {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** Asks the server for exactly this target: no client in between that would tidy it, follow it or add headers. */
export function ask(target: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
  const { port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const req = request(
      {
        host: 'localhost',
        port,
        path: target,
        method,
        headers: {
          'X-Forwarded-For': newAddress(),
          ...(body !== undefined &&
            !headers['Transfer-Encoding'] && { 'Content-Length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('error', reject)
        res.on('end', () => {
          const bytes = Buffer.concat(chunks)
          const text = decoded(bytes, res.headers['content-encoding']).toString('utf8')
          resolve({ status: res.statusCode ?? 0, headers: res.headers, bytes, text })
        })
      },
    )
    req.on('error', reject)
    req.end(body)
  })
}

function decoded(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes
  if (encoding === 'br') return brotliDecompressSync(bytes)
  if (encoding === 'gzip') return gunzipSync(bytes)
  return bytes
}

/** The opening tags of a page's scripts; what it tells search engines is data and no script. */
export const scriptsOf = (html: string): string[] =>
  (html.match(/<script\b[^>]*>/g) ?? []).filter((tag) => tag !== '<script type="application/ld+json">')

/** Sends a form as a page of the site would. */
export function post(target: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return ask(target, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  })
}

/** The value of a cookie that an answer sets, as a Cookie header. */
export function cookieOf({ headers }: Answer, name: string): string {
  const line = headers['set-cookie']?.find((each) => each.startsWith(`${name}=`)) ?? ''
  return line.split(';', 1)[0] ?? ''
}

/** A new guest, who has rated a skill. @returns the Cookie header that opens the profile */
export async function newGuest(skill = 'sql', level = '2'): Promise<string> {
  return cookieOf(await post('/ratings', { skill, level, source: 'skill', returnTo: `/skills/${skill}` }), 'guest')
}

/** A form with the fields of a server action, as a browser without script sends it. */
export function multipart(fields: Record<string, string>): { headers: Record<string, string>; body: string } {
  const boundary = 'e2e-boundary'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: `${parts.join('')}--${boundary}--\r\n`,
  }
}

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" }

/** The hidden fields of the form on a page that has the field with this id: they name its server action. */
export const hiddenFields = (html: string, id: string): Record<string, string> => hiddenFieldsOf(html, ` id="${id}"`)

/** The same of the form that has this text in it. */
export function hiddenFieldsOf(html: string, mark: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.split('</form>', 1)[0]?.includes(mark)) ?? ''
  const inputs =
    form.split('</form>', 1)[0]?.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g) ?? []
  return Object.fromEntries(
    [...inputs].map(([, name = '', value = '']) => [
      name,
      value.replace(/&(quot|amp|lt|gt|#x27);/g, (_, entity: string) => entities[entity] ?? ''),
    ]),
  )
}
