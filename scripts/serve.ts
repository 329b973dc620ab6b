import { run } from '#server/main.ts'
import { prepare } from './prepare.ts'

// What `npm start` ends with: a prepared database, and the site on top of it, in one process.
try {
  await prepare()
  await run()
  // Loaded when readers are answered already: it brings the parser of guides.
  const { startRounds } = await import('./rounds.ts')
  startRounds()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
