import { rmSync } from 'node:fs'
import { build, siteEnv } from './build.mjs'
import { pickNode } from './install.mjs'
import { become, stop } from './run.mjs'

// The production server for the browser tests, on a database of its own that is new each time.
try {
  const { E2E_DATA_DIR: folder, E2E_PORT: port, E2E_SECRET: secret } = process.env
  if (!folder || !port || !secret) throw new Error('Started by Playwright only: see playwright.config.ts.')
  const node = pickNode()
  await build(node)
  rmSync(folder, { recursive: true, force: true })
  become(node, ['--disable-warning=ExperimentalWarning', 'scripts/serve.ts'], {
    ...siteEnv(),
    AUTH_SECRET: secret,
    DATA_DIR: folder,
    HOST: 'localhost',
    LOG_LEVEL: 'warn',
    PORT: port,
    // Each test comes from an address of its own, so that the limits by address never stop the others.
    TRUST_PROXY: '1',
    __NEXT_PRIVATE_ORIGIN: `http://localhost:${port}`,
  })
} catch (error) {
  stop(error)
}
