import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: {
      // It throws outside of a bundle, and a test is its own guard.
      'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
    },
  },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    setupFiles: ['./scripts/property-seed.ts'],
    exclude: ['**/node_modules/**', '**/.next/**', 'data/**', 'e2e/**'],
    env: {
      NODE_ENV: 'test',
      AUTH_SECRET: 'a secret of the unit tests, and of nothing else',
      LOG_LEVEL: 'silent',
    },
  },
})
