import { afterAll, describe, expect, it } from 'vitest'
import { connect, contentVersion, databaseFile, read, type Tx, write } from './client.ts'
import { skills } from './schema/index.ts'
import { testDatabase } from './testing.ts'

const close = testDatabase()
afterAll(close)

const skill = (id: string) => ({
  id,
  slug: id,
  name: id,
  kind: 'soft' as const,
  definition: 'D',
  updatedAt: new Date(),
})

describe('write', () => {
  it('keeps what it did, and readers see it', async () => {
    await write((tx) => tx.insert(skills).values(skill('kept')))
    expect((await read.select().from(skills)).map(({ id }) => id)).toContain('kept')
  })

  it('undoes everything when it throws', async () => {
    const attempt = write(async (tx) => {
      await tx.insert(skills).values(skill('undone'))
      throw new Error('no')
    })
    await expect(attempt).rejects.toThrow('no')
    expect((await read.select().from(skills)).map(({ id }) => id)).not.toContain('undone')
  })

  it('lets one in at a time, in the order of asking', async () => {
    const order: string[] = []
    const slow = write(async () => {
      order.push('slow in')
      await new Promise((resolve) => setTimeout(resolve, 20))
      order.push('slow out')
    })
    const quick = write(async () => {
      order.push('quick')
    })
    await Promise.all([slow, quick])
    expect(order).toEqual(['slow in', 'slow out', 'quick'])
  })

  it('goes on after a failure', async () => {
    await expect(write(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(write(() => Promise.resolve('yes'))).resolves.toBe('yes')
  })

  it('refuses to wait for itself', async () => {
    await expect(write(() => write(() => Promise.resolve()))).rejects.toThrow(/inside write/)
  })
})

describe('a branch that outlives its write', () => {
  it('ends with it, and writes nothing outside of the transaction', async () => {
    let stray: Promise<unknown> = Promise.resolve()
    const attempt = write(async (tx) => {
      stray = (async () => {
        await tx.insert(skills).values(skill('stray-1'))
        await new Promise((resolve) => setTimeout(resolve, 5))
        await tx.insert(skills).values(skill('stray-2'))
      })()
      stray.catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 1))
      throw new Error('the other branch failed')
    })
    await expect(attempt).rejects.toThrow('the other branch failed')
    await expect(stray).rejects.toThrow(/revoked/)
    expect((await read.select().from(skills)).filter(({ id }) => id.startsWith('stray'))).toEqual([])
  })

  it('may write again once the transaction it was born in is over', async () => {
    let later: Promise<string> = Promise.resolve('')
    await write(async () => {
      later = new Promise((resolve) => setTimeout(resolve, 5)).then(() => write(() => Promise.resolve('later')))
    })
    await expect(later).resolves.toBe('later')
  })
})

describe('a lock that another process holds', () => {
  it('is waited for, while readers go on', async () => {
    const other = connect(databaseFile())
    other.exec('BEGIN IMMEDIATE')
    const waiting = write(async () => 'done')
    const before = performance.now()
    expect(contentVersion()).toBeGreaterThan(0)
    await read.select().from(skills)
    expect(performance.now() - before).toBeLessThan(500)
    setTimeout(() => other.exec('COMMIT'), 60)
    await expect(waiting).resolves.toBe('done')
    other.close()
  })
})

describe('read', () => {
  it('is shut inside write, where it would miss what was written', async () => {
    await expect(write(async () => await read.select().from(skills))).rejects.toThrow(/use its tx/)
  })

  it('cannot change anything, even for code that insists', async () => {
    const forced = read as unknown as Tx
    await expect((async () => await forced.insert(skills).values(skill('forced')))()).rejects.toThrow(
      /readonly|read-only/,
    )
  })
})

describe('connect', () => {
  it('is durable and strict, also after the first write', () => {
    const connection = connect(databaseFile())
    connection.exec('update site set content_version = content_version where id = 1')
    expect(connection.pragma('synchronous', { simple: true })).toBe(2)
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal')
    connection.close()
  })
})

describe('contentVersion', () => {
  it('rises with a change of the taxonomy, whoever makes it', async () => {
    const before = contentVersion()
    await write((tx) => tx.insert(skills).values(skill('new')))
    expect(contentVersion()).toBeGreaterThan(before)
    const outside = connect(databaseFile())
    const between = contentVersion()
    outside.exec("update skills set name = 'Other' where id = 'new'")
    outside.close()
    expect(contentVersion()).toBeGreaterThan(between)
  })
})
