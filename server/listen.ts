import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { errorPage } from '#server/error-page.ts'
import { documentPolicy, type Pairs } from '#server/headers.ts'
import { newReference } from '#server/reference.ts'

/** A listening site: one server, or two where `localhost` has two addresses. */
export interface Listening {
  port: number
  /** Takes no new connection, lets what runs finish, and hangs up on whoever is still there after `grace` milliseconds. */
  close(grace: number): Promise<void>
}

/**
 * Listens with limits on how long a client may take.
 * @param host `localhost` means both of its addresses, because a browser may try either first.
 */
export async function listen(listener: RequestListener, host: string, port: number, common: Pairs): Promise<Listening> {
  const first = await start(listener, host === 'localhost' ? '127.0.0.1' : host, port, common)
  const servers = [first]
  const actual = (first.address() as AddressInfo).port
  if (host === 'localhost') {
    const second = await start(listener, '::1', actual, common).catch((error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has one localhost only.
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return undefined
      throw error
    })
    if (second) servers.push(second)
  }
  return {
    port: actual,
    close: async (grace) => {
      await Promise.all(servers.map((server) => closed(server, grace)))
    },
  }
}

function start(listener: RequestListener, host: string, port: number, common: Pairs): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      // Longer than the 60 seconds after which the usual proxies let go, so that none of them sends into a closed door.
      keepAliveTimeout: 65_000,
      // The site answers a missing Host itself, with its own page and headers.
      requireHostHeader: false,
      // An offer to go on in HTTP/2 may be declined: the request is answered as it is.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() !== 'h2c',
    },
    listener,
  )
  // Nobody reads or writes for so long: the other end is gone.
  server.setTimeout(120_000)
  server.on('upgrade', (_req, socket) => hangUp(socket, 400, common))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
    hangUp(socket, status, common)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

const reasons = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' }

// For what never became a request that node:http could answer.
function hangUp(socket: Duplex, status: keyof typeof reasons, common: Pairs): void {
  const reference = newReference()
  const body = errorPage(status, reference)
  const headers: Pairs = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Cache-Control', 'no-store'],
    ['Connection', 'close'],
    ['Content-Security-Policy', documentPolicy],
    ...common,
    ['X-Request-Id', reference],
  ]
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\n${head}\r\n${body}`)
  socket.on('error', () => socket.destroy())
}

function closed(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), grace)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
