import { describe, expect, it } from 'vitest'
import { csvCell, exportLine, exportStream } from './audit-export.ts'
import type { AuditRecord } from './audit-queries.ts'

const record = (id: number, label = 'A guide'): AuditRecord => ({
  id,
  at: new Date('2026-11-22T12:00:00Z'),
  actorId: 'u1',
  event: 'guide.published',
  subject: 'guide',
  subjectId: 'g1',
  label,
  detail: { revision: 3 },
})

describe('a cell of the CSV file', () => {
  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['', ''],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("http://evil.example","x")', '"\'=HYPERLINK(""http://evil.example"",""x"")"'],
    ['1=1', '1=1'],
  ])('%j is written %j', (text, cell) => expect(csvCell(text)).toBe(cell))
})

describe('the file', () => {
  it('has an entry on each line, in both formats', () => {
    expect(exportLine('csv', record(1, '=x'))).toBe(
      `2026-11-22T12:00:00.000Z,u1,guide.published,guide,g1,'=x,"{""revision"":3}"\r\n`,
    )
    expect(JSON.parse(exportLine('jsonl', record(1, '=x')))).toMatchObject({ id: 1, actor: 'u1', label: '=x' })
    expect(exportLine('jsonl', record(1, 'two\nlines')).trimEnd()).not.toContain('\n')
  })

  it('is sent batch by batch, each asked for when the one before was taken, to the last', async () => {
    const batches = [[record(3), record(2)], [record(1)], []]
    const asked: number[][] = []
    const stream = exportStream('jsonl', async (last) => {
      asked.push(last.map(({ id }) => id))
      return batches[asked.length - 1] ?? []
    })
    const lines = (await new Response(stream).text()).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([3, 2, 1])
    expect(asked).toEqual([[], [3, 2], [1]])
  })

  it('says what its columns are even if nothing is in it', async () => {
    const bytes = Buffer.from(await new Response(exportStream('csv', async () => [])).arrayBuffer())
    expect(bytes.toString()).toBe('\uFEFFat,actor,event,subject,subjectId,label,detail\r\n')
  })
})
