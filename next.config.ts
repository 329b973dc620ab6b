import type { NextConfig } from 'next'

const config: NextConfig = {
  // The server in server/ compresses: documents once, the rest as it leaves.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  reactCompiler: true,
  typedRoutes: true,
  // Titles and descriptions always in the head: a document has no script that could move them there.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // A folder cannot be named [slug].md.
  rewrites: async () => [{ source: '/guides/:slug([a-z0-9-]+).md', destination: '/guides/:slug/markdown' }],
  // `npm test` checks the types, of tests and scripts too; a start need not wait for that, nor fail for it.
  typescript: { ignoreBuildErrors: true },
  // The linter reads guides in a web worker, where this package's edition for browsers finds no document to ask.
  turbopack: {
    resolveAlias: { 'decode-named-character-reference': './node_modules/decode-named-character-reference/index.js' },
  },
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pino'],
  experimental: { turbopackRustReactCompiler: true },
}

export default config
