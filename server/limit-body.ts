import type { IncomingMessage } from 'node:http'

/**
 * Counts a body as it arrives, because one sent in chunks announces no length. Nothing reads the stream for it, so that
 * whoever wants the body still gets all of it.
 * @param exceeded called once; the rest of the body is then thrown away.
 */
export function limitBody(req: IncomingMessage, limit: number, exceeded: () => void): void {
  if (req.headers['transfer-encoding'] === undefined) return
  let count = 0
  const push = req.push.bind(req)
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (count > limit) return true
    count += chunk?.length ?? 0
    if (count <= limit) return push(chunk, encoding)
    exceeded()
    return true
  }
}
