import { createServer } from 'node:net'
import { join } from 'node:path'
import { build, siteEnv } from './build.mjs'
import { install, pickNode } from './install.mjs'
import { become, root, Stop, stop } from './run.mjs'
import { authSecret } from './secrets.mjs'

// `npm start`: everything that a fresh clone needs, and on a second start nothing but a look at what is there.
const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST ?? 'localhost'

if (!Number.isInteger(port) || port < 0 || port > 65_535) stop(new Stop(`PORT=${process.env.PORT} is not a port.`))

// Asked first, so that nobody waits for a build to learn it.
function portIsFree() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE') return resolve(undefined)
      reject(
        new Stop(
          `Port ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`,
        ),
      )
    })
    probe.listen(port, host === 'localhost' ? '127.0.0.1' : host, () => probe.close(() => resolve(undefined)))
  })
}

/** @param {unknown} message */
function tell(message) {
  if (typeof message !== 'object' || message === null || !('ready' in message)) return
  const elsewhere = host === 'localhost' ? '' : ` (listening on ${host}, port ${port})`
  process.stdout.write(`Guidepost is at ${message.ready}${elsewhere}\n`)
}

try {
  await portIsFree()
  await install()
  const node = pickNode()
  const env = {
    ...siteEnv(),
    AUTH_SECRET: authSecret(),
    // glibc keeps freed memory apart for each thread; with less of that, a long-running server stays smaller.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
    // Compiled code is kept between starts.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.next/compile-cache'),
    // Where Next fetches a page that an action leads to: here, and not over the public address.
    __NEXT_PRIVATE_ORIGIN: `http://localhost:${port}`,
  }
  await build(node)
  become(node, ['--disable-warning=ExperimentalWarning', 'scripts/serve.ts'], env, tell)
} catch (error) {
  stop(error)
}
