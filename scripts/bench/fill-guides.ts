import { join } from 'node:path'
import { closeDatabase, write } from '#db/client.ts'
import { readContent } from '#features/content/content-files.ts'
import { publishGuideFile } from '#features/draft/guide-file-writes.ts'

// Fills the database with copies of the starting guides, for measuring. Usage: node scripts/bench/fill-guides.ts 5000
const wanted = Number(process.argv[2])
if (!Number.isInteger(wanted) || wanted < 1) throw new Error('Say how many: node scripts/bench/fill-guides.ts 5000')

const inOneTransaction = 500
const { guides } = readContent(join(import.meta.dirname, '../../db/content')).content
const models = guides.filter(({ body }) => body.problems.length === 0)
if (models.length === 0) throw new Error('There is no guide to copy')

const started = performance.now()
for (let from = 0; from < wanted; from += inOneTransaction) {
  await write(async (tx) => {
    for (let number = from; number < Math.min(from + inOneTransaction, wanted); number++) {
      const model = models[number % models.length]
      if (!model) continue
      const front = { ...model.front, title: `${model.front.title} ${number + 1}` }
      await publishGuideFile(
        tx,
        { ...model, slug: `${model.slug}-${number + 1}`, front },
        { note: 'Copied for measuring' },
      )
    }
  })
}
console.log(`${wanted} guides in ${Math.round(performance.now() - started)} ms`)
closeDatabase()
