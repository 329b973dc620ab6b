import { readingMinutes } from '#features/guide/guide-body.ts'
import { countReading, readingEase } from '#features/guide/reading-ease.ts'
import { levelKeys } from '#lib/levels.ts'
import type { ReadFiles } from './read-files.ts'

/** What is counted of a guide. */
interface GuideRow {
  guide: string
  words: number
  minutes: number
  sentences: number
  /** Words in a sentence, on average and at most. */
  average: number
  longest: number
  ease: number
  actions: number
  sources: number
}

/** The guides of a folder, the hardest to read first, and how much of everything there is. */
export function libraryReport(files: ReadFiles): string {
  const rows = guideRows(files)
  const { skills, roles } = files
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
  const totals: [string, number][] = [
    ['guides', rows.length],
    ['words in guides', sum(rows.map(({ words }) => words))],
    ['roles', roles.length],
    ['skills', skills.length],
    ['aliases', sum(skills.map(({ value }) => value.aliases.length))],
    ['statements', sum(skills.flatMap(({ value }) => levelKeys.map((level) => value.levels[level].length)))],
    ['steps', sum(skills.map(({ value }) => value.steps.length))],
    ['questions', sum(skills.map(({ value }) => value.questions.length))],
  ]
  return [
    ...table([...columns], rows.map(cells)),
    '',
    ...table(
      ['in all', ''],
      totals.map(([what, count]) => [what, String(count)]),
    ),
  ].join('\n')
}

function guideRows({ guides }: ReadFiles): GuideRow[] {
  const rows = guides.map(({ value, read }): GuideRow => {
    const { body, content } = read()
    const counted = countReading(body)
    return {
      guide: value.slug,
      words: body.words,
      minutes: readingMinutes(body.words),
      sentences: counted?.sentences ?? 0,
      average: counted ? counted.words / counted.sentences : 0,
      longest: counted?.longest ?? 0,
      ease: counted ? readingEase(counted) : 0,
      // A link to another guide is none.
      actions: body.blocks.filter(({ kind }) => kind !== 'related').length,
      sources: content.sources.length,
    }
  })
  return rows.sort((a, b) => a.ease - b.ease)
}

const columns = ['guide', 'words', 'minutes', 'sentences', 'words each', 'longest', 'ease', 'actions', 'sources']

const cells = (row: GuideRow): string[] => [
  row.guide,
  ...[row.words, row.minutes, row.sentences].map(String),
  row.average.toFixed(1),
  String(row.longest),
  row.ease.toFixed(0),
  ...[row.actions, row.sources].map(String),
]

/** Lines with the first column to the left and numbers to the right. */
function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
