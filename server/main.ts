import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { closeDatabase, contentVersion } from '#db/client.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { logConsole } from '#server/console.ts'
import { commonHeaders } from '#server/headers.ts'
import { type Listening, listen } from '#server/listen.ts'
import { createSite } from '#server/site.ts'

/** How long a request may still run once the server was told to stop. */
const grace = 10_000

/**
 * Prepares the database and starts the built site.
 * @param ready called once requests are answered, with the address to open.
 * @throws Error in plain words when the settings, the build or the port stand in the way.
 */
export async function serve(ready: (address: string) => void): Promise<Listening> {
  const settings = env()
  if (settings.mode !== 'production') {
    throw new Error('server/main.ts serves a production build: set NODE_ENV=production, or use npm run dev.')
  }
  // Fails here, and not at the first reader, when the database was not prepared.
  contentVersion()
  logConsole(log())
  const { hostname, port, protocol } = new URL(settings.siteOrigin)
  const app = next({
    dev: false,
    dir: resolve(fileURLToPath(new URL('..', import.meta.url))),
    // How pages and handlers see themselves addressed: as the public does.
    hostname,
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    // Next attaches a handler for upgrades to this server, which never listens: nothing here is to be upgraded.
    httpServer: createServer(),
  })
  await app.prepare()
  const site = createSite({
    handler: app.getRequestHandler(),
    contentVersion,
    env: settings,
    log: log(),
    logRequests: settings.logLevel === 'debug',
  })
  const listening = await listen(site, settings.host, settings.port, commonHeaders(settings.secure)).catch(explain)
  ready(settings.siteOrigin)
  return listening
}

function explain(error: NodeJS.ErrnoException): never {
  const { port, host } = env()
  if (error.code === 'EADDRINUSE') {
    throw new Error(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=3001 npm start`,
    )
  }
  if (error.code === 'EACCES')
    throw new Error(`Port ${port} needs more rights. Choose one above 1023, such as PORT=3000.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    throw new Error(`HOST=${host} is not an address of this machine. HOST=0.0.0.0 means all of its addresses.`)
  }
  throw error
}

/** Serves until the process is told to stop; then what is being answered is finished first. */
export async function run(): Promise<void> {
  const listening = await serve((address) => {
    // The start script waits for this; by hand, the line is all there is.
    if (process.send) process.send({ ready: address })
    else process.stdout.write(`Guidepost is at ${address}\n`)
  })
  let stopping = false
  const stop = (reason: string) => {
    if (stopping) return
    stopping = true
    log().info({ reason }, 'stopping')
    void listening.close(grace).then(() => {
      closeDatabase()
      process.exit(0)
    })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // The start script is gone, so nobody is left to pass signals on.
  process.on('disconnect', () => stop('the start script ended'))
}
