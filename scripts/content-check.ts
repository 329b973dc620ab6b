import { join } from 'node:path'
import { formatProblem, readContent } from '#features/content/content-files.ts'

// Names everything that is wrong with the content files. Usage: node scripts/content-check.ts [folder]
const folder = process.argv[2] ?? join(import.meta.dirname, '../db/content')
const { content, problems } = readContent(folder)
for (const problem of problems) console.log(formatProblem(problem))
const errors = problems.filter(({ severity }) => severity === 'error').length
const { skills, roles, authors, guides } = content
console.log(
  `${skills.length} skills, ${roles.length} roles, ${authors.length} authors, ${guides.length} guides read: ` +
    `${errors} errors, ${problems.length - errors} warnings`,
)
process.exitCode = errors > 0 ? 1 : 0
