import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { installedChromium } from './scripts/chromium.mjs'

// Tests may open the database of the server under test through the app's own doors, so both know where it is.
const port = process.env.E2E_PORT ?? '3210'
process.env.E2E_PORT = port
process.env.E2E_DATA_DIR = join(import.meta.dirname, 'data/e2e')
process.env.E2E_SECRET = 'a secret of the browser tests, and of nothing else'
process.env.DATA_DIR = process.env.E2E_DATA_DIR
process.env.AUTH_SECRET = process.env.E2E_SECRET
// Looked for once, not by every worker.
process.env.CHROMIUM_PATH ??= installedChromium() ?? ''

const origin = `http://localhost:${port}`

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  timeout: 30_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: origin,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        // Chromium's sandbox cannot be had by root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    // A fresh site has no admin, and the tests of the editors' side make some: so this comes first, and alone.
    { name: 'a fresh site', testMatch: 'first-admin.spec.ts' },
    { name: 'the site', testIgnore: 'first-admin.spec.ts', dependencies: ['a fresh site'] },
  ],
  webServer: {
    command: 'node scripts/e2e-server.mjs',
    url: `${origin}/healthz`,
    // A build may come first.
    timeout: 180_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})
