import { install, pickNode } from './install.mjs'
import { become, run, stop } from './run.mjs'
import { actionsKey, authSecret } from './secrets.mjs'

// `npm run dev`: Next's own development server, on a prepared database.
try {
  await install()
  const node = pickNode()
  const env = {
    ...process.env,
    NODE_ENV: /** @type {const} */ ('development'),
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(),
    AUTH_SECRET: authSecret(),
  }
  const port = process.env.PORT ?? '3000'
  const prepared = await run(node, ['--disable-warning=ExperimentalWarning', 'scripts/prepare.ts'], { env })
  if (prepared !== 0) process.exit(prepared)
  const args = ['node_modules/next/dist/bin/next', 'dev', '--port', port, '--hostname', process.env.HOST ?? 'localhost']
  become(node, args, env)
} catch (error) {
  stop(error)
}
