import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formatProblem } from '#features/content/content-files.ts'
import { readFolder } from '#features/content/content-source.ts'
import { libraryProblems } from '#features/content/library-checks.ts'
import { libraryReport } from '#features/content/library-report.ts'
import { readFiles } from '#features/content/read-files.ts'

// Names everything that is wrong with the content files. Usage: node scripts/content-check.ts [--report] [folder]
const { values, positionals } = parseArgs({ options: { report: { type: 'boolean' } }, allowPositionals: true })
const files = readFiles(readFolder(positionals[0] ?? join(import.meta.dirname, '../db/content')))
const problems = libraryProblems(files)
for (const problem of problems) console.log(formatProblem(problem))
if (values.report) console.log(`\n${libraryReport(files)}\n`)
const errors = problems.filter(({ severity }) => severity === 'error').length
const { skills, roles, authors, guides } = files
console.log(
  `${skills.length} skills, ${roles.length} roles, ${authors.length} authors, ${guides.length} guides read: ` +
    `${errors} errors, ${problems.length - errors} warnings`,
)
process.exitCode = errors > 0 ? 1 : 0
