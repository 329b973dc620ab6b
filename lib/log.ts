import pino from 'pino'
import { env } from '#lib/env.ts'

// The server and Next's bundles are two module graphs in one process; one logger serves both.
const key = Symbol.for('guidepost.log')
const store = globalThis as { [key]?: pino.Logger }

/** The structured log: one JSON object a line on standard output, times in UTC, secrets redacted. */
export function log(): pino.Logger {
  store[key] ??= pino({
    level: env().logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['password', '*.password', 'token', '*.token', 'cookie', '*.cookie', 'headers.cookie', 'recoveryCode'],
      censor: '[redacted]',
    },
  })
  return store[key]
}
