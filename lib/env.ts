import { resolve } from 'node:path'
import { z } from 'zod'

// The only file that reads process.env. Read on first use, so that a build needs none of it.
const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default('localhost'),
    DATA_DIR: z.string().min(1).default('data'),
    SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
    AUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
    TRUST_PROXY: z.enum(['0', '1']).default('0'),
    LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
    DOCUMENT_CACHE_MB: z.coerce.number().int().min(1).max(4096).default(64),
  })
  .transform((raw) => {
    const siteUrl = new URL(raw.SITE_URL ?? `http://localhost:${raw.PORT}`)
    return {
      mode: raw.NODE_ENV,
      port: raw.PORT,
      host: raw.HOST,
      /** Folder of everything that must be kept: the database, its backups, the secret. */
      dataDir: resolve(raw.DATA_DIR),
      /** Where the site is reached from outside, without a path. */
      siteOrigin: siteUrl.origin,
      /** Cookies carry the __Host- prefix and Secure only behind TLS. */
      secure: siteUrl.protocol === 'https:',
      authSecret: raw.AUTH_SECRET,
      /** Believe X-Forwarded-For of the nearest proxy. */
      trustProxy: raw.TRUST_PROXY === '1',
      logLevel: raw.LOG_LEVEL,
      documentCacheBytes: raw.DOCUMENT_CACHE_MB * 1024 * 1024,
    }
  })

export type Env = z.output<typeof schema>

let parsed: Env | undefined

/**
 * The settings of this process.
 * @throws Error that names each variable that is missing or wrong, so that a server never starts half configured.
 */
export function env(): Env {
  if (parsed) return parsed
  const result = schema.safeParse(process.env)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not usable:\n${lines.join('\n')}`)
  }
  parsed = result.data
  return parsed
}
