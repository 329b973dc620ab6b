import { existsSync } from 'node:fs'
import { closeDatabase, databaseFile } from '#db/client.ts'
import { exportName, exportToFolder } from '#features/content/export-folder-queries.ts'
import { recordExport } from '#features/content/transfer-writes.ts'

// `npm run content:export [folder]`: all guides and the taxonomy as a folder of Markdown and YAML.

// Nothing here depends on the secret, so that the command also works where only the server knows it.
process.env.AUTH_SECRET ||= 'not used by an export, but the settings must be whole'
try {
  if (!existsSync(databaseFile())) throw new Error('There is no database yet. Run npm start once, then this again.')
  const folder = process.argv[2] ?? exportName()
  const count = await exportToFolder(folder)
  await recordExport(null)
  console.log(`${count} files were written to ${folder}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  closeDatabase()
}
