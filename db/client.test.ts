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

describe('read', () => {
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
