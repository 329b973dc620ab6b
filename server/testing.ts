import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createSite, type Parts } from '#server/site.ts'

/** An answer as a test wants to look at it. */
export interface Reply {
  status: number
  headers: IncomingMessage['headers']
  /** As it came over the wire. */
  raw: Buffer
  /** Decompressed. */
  text: string
}

/** Asks for a target exactly as it is spelled: fetch() would tidy it up and add headers of its own. */
export function ask(
  port: number,
  target: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string | Buffer,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const req = request({ port, host: '127.0.0.1', path: target, method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('error', reject)
      res.on('end', () => {
        const raw = Buffer.concat(chunks)
        const coding = raw.length === 0 ? undefined : res.headers['content-encoding']
        const plain = coding === 'br' ? brotliDecompressSync(raw) : coding === 'gzip' ? gunzipSync(raw) : raw
        resolve({ status: res.statusCode ?? 0, headers: res.headers, raw, text: plain.toString() })
      })
    })
    req.on('error', reject)
    req.end(body)
  })
}

/** A site over a stand-in for Next, listening on a port of its own. */
export async function startSite(
  next: (req: IncomingMessage, res: ServerResponse) => void | Promise<void>,
  changes: { env?: Partial<Parts['env']>; contentVersion?: () => number } = {},
) {
  const faults: Record<string, unknown>[] = []
  const seen: { url: string; headers: IncomingMessage['headers'] }[] = []
  const site = createSite({
    handler: async (req, res) => {
      seen.push({ url: req.url ?? '', headers: { ...req.headers } })
      await next(req, res)
    },
    contentVersion: changes.contentVersion ?? (() => 1),
    env: {
      siteOrigin: 'https://guidepost.example',
      secure: false,
      trustProxy: false,
      documentCacheBytes: 1e6,
      ...changes.env,
    },
    log: { error: (fields) => faults.push(fields), debug: () => {} },
    logRequests: false,
  })
  const server = createServer({ requireHostHeader: false }, site)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    site,
    port,
    /** What the log got. */
    faults,
    /** What Next was asked. */
    seen,
    get: (target: string, headers?: Record<string, string>, method?: string, body?: string | Buffer) =>
      ask(port, target, headers, method, body),
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A page as Next sends it: scripts, comments and all. */
export function nextPage(title: string): string {
  return (
    `<!DOCTYPE html><html lang="en-GB"><head><link rel="preload" as="script" href="/_next/a.js"/>` +
    `<script src="/_next/a.js" async=""></script><title>${title}</title><script src="/enhance.js?v=1" defer=""></script></head>` +
    `<body><!--$--><!--/$--><h1>${title}</h1>${'<p>Some text that makes the page worth compressing.</p>'.repeat(80)}` +
    `<script>self.__next_f.push([1,"x"])</script></body></html>`
  )
}

/** Answers with a page as Next does. */
export function sendNextPage(res: ServerResponse, title: string, status = 200): void {
  res.statusCode = status
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.setHeader('Cache-Control', 'private, no-cache')
  res.setHeader('X-Powered-By', 'Next.js')
  res.setHeader('Link', '</f.woff2>; rel=preload; as="font", </_next/a.js>; rel=preload; as="script"')
  const html = nextPage(title)
  res.write(html.slice(0, 200))
  res.end(html.slice(200))
}
