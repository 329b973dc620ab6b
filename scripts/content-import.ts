import { mkdirSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { closeDatabase, databaseFile, read } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { readFolder } from '#features/content/content-source.ts'
import { dryRun, runImport } from '#features/content/import-run-writes.ts'
import { readIncoming } from '#features/content/incoming.ts'
import { planText } from '#features/content/plan-text.ts'
import { writesOf } from '#features/content/plan-words.ts'
import { openZip } from '#features/content/zip-source.ts'
import { env } from '#lib/env.ts'

/*
 * `npm run content:import -- <folder or zip> [--apply] [--take guide:some-slug]...`: says what bringing content in would
 * do, and does it only with --apply.
 */

const usage = 'Usage: npm run content:import -- <folder or zip> [--apply] [--take guide:some-slug]...'

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      apply: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      take: { type: 'string', multiple: true, default: [] },
    },
  })
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0 || (values.apply && values['dry-run'])) throw new Error(usage)
  mkdirSync(env().dataDir, { recursive: true, mode: 0o700 })
  migrate(databaseFile())
  const isFolder = statSync(path).isDirectory()
  const source = isFolder ? { ...readFolder(path), close: () => undefined } : await openZip(path)
  try {
    const incoming = readIncoming(source)
    const take = new Set(values.take)
    const plan = await dryRun(read, incoming, take)
    console.log(planText(plan))
    if (plan.problems.length > 0) process.exitCode = 1
    else if (!values.apply) console.log('Nothing was changed. Run it again with --apply to bring this in.')
    else {
      const choices = { take, digest: plan.digest, byId: null, from: isFolder ? 'folder' : 'zip' } as const
      console.log(`Brought in: ${writesOf(await runImport(incoming, choices))}`)
    }
  } finally {
    source.close()
  }
}

// Nothing here depends on the secret, so that the command also works where only the server knows it.
process.env.AUTH_SECRET ||= 'not used by an import, but the settings must be whole'
try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  closeDatabase()
}
