import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Snapshot } from '#db/schema/index.ts'
import type { Level, Rank } from '#lib/levels.ts'

// What the overview of the admin asks, on a database with 100,000 assessments and 200,000 uses of blocks: milliseconds.
// node --conditions=react-server scripts/bench/overview.ts
const folder = mkdtempSync(join(tmpdir(), 'guidepost-overview-'))
process.env.DATA_DIR = folder
process.env.AUTH_SECRET ??= 'only for a measurement, and long enough for it'

const { closeDatabase, connect, databaseFile } = await import('#db/client.ts')
const { migrate } = await import('#db/migrate.ts')
const { attention } = await import('#features/assessment/attention-queries.ts')
const { readerNeeds, readersOverview } = await import('#features/assessment/insight-queries.ts')
const { newId } = await import('#lib/ids.ts')
const { guidesInUse } = await import('#features/guide/feedback-queries.ts')

const now = new Date()
const day = 24 * 60 * 60 * 1000
const [assessmentCount, personCount, roleCount, guideCount, useCount] = [100_000, 40_000, 20, 5000, 200_000]
const rounds = 100

try {
  migrate(databaseFile())
  fill()
  const all = () => Promise.all([attention(now), readersOverview()])
  const first = await timed(all)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await timed(all))
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * rounds)] ?? 0).toFixed(1)
  process.stdout.write(
    `first ${first.toFixed(0)} ms, then median ${at(0.5)} ms, p95 ${at(0.95)} ms (under 100 wanted)\n`,
  )
  for (const [name, work] of Object.entries({
    'what waits': () => attention(now),
    'needs, uncounted for a minute': () => readerNeeds(now),
    'guides, uncounted for a minute': () => guidesInUse(10),
  }))
    process.stdout.write(`  ${name} ${(await timed(work)).toFixed(1)} ms\n`)
} finally {
  closeDatabase()
  rmSync(folder, { recursive: true, force: true })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Through a connection of its own, and prepared: the door for writing builds each statement anew. */
function fill(): void {
  const file = connect(databaseFile())
  const insert = (table: string, columns: string, count: number, row: (index: number) => (string | number)[]) => {
    const marks = columns.replace(/\w+/g, '?')
    const statement = file.prepare(`insert into ${table} (${columns}) values (${marks})`)
    for (let index = 0; index < count; index++) statement.run(...row(index))
  }
  const at = now.getTime()
  const text = 'Text of a guide. '.repeat(600)
  const snapshots = Array.from({ length: 600 }, (_, seed) => JSON.stringify(snapshot(seed)))
  file.exec('begin')
  insert('roles', 'id, slug, name, summary, updated_at', roleCount, (n) => [`r${n}`, `r${n}`, `Role ${n}`, '', at])
  insert(
    'guide_drafts',
    'id, slug, title, body, status, reviewed_on, kind, standfirst, description, sources, explore, roles, author, version, published_revision, review_note, errors, warnings, words, created_at, updated_at',
    guideCount,
    (n) => [
      ...[`g${n}`, `g${n}`, `Guide ${n}`, text, n % 50 === 0 ? 'review' : 'published', dayBefore(n % 700), 'how-to'],
      ...['', '', '[]', '[]', '[]', '', 1, 1, '', 0, 0, 1800, at, at],
    ],
  )
  insert('persons', 'id, guest_hash, recovery_hash, created_at', personCount, (n) => [newId(), `${n}`, `${n}`, at])
  const people = file.prepare<[], string>('select id from persons').pluck().all()
  insert('assessments', 'id, person_id, role_id, snapshot, fit, created_at', assessmentCount, (n) => [
    ...[newId(), people[(n * 7) % personCount] ?? '', `r${n % roleCount}`, snapshots[n % 600] ?? '', n % 100],
    at - ((n * 13) % 180) * day - n,
  ])
  insert('block_uses', 'guide_id, block_key, action, reader, day', useCount, (n) => [
    ...[`g${n % 400}`, `b${n % 9}`, 'copied', newId(), dayBefore(n % 400)],
  ])
  file.exec('commit')
  file.close()
}

function dayBefore(days: number): string {
  return new Date(now.getTime() - days * day).toISOString().slice(0, 10)
}

function snapshot(seed: number): Snapshot {
  const statements = Array.from(
    { length: 3 },
    (_, index) => `You can do what number ${index} of this level asks for, alone.`,
  )
  return {
    version: 1,
    role: { slug: `r${seed % roleCount}`, name: 'Role' },
    skills: Array.from({ length: 11 }, (_, index) => ({
      ...{ slug: `s${(seed + index) % 150}`, name: 'A skill', kind: 'technical' as const, weight: 'must' as const },
      target: (1 + (index % 4)) as Rank,
      statements: [statements, statements, statements, statements],
      answer: ((seed * 3 + index) % 5) as Level,
    })),
  }
}
