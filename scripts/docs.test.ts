import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { auditEvents } from '#features/account/audit-events.ts'
import { abilities } from '#features/account/permissions.ts'
import { securityEvents } from '#features/account/security-log.ts'
import { pictureLimits, pictureTypes } from '#features/picture/picture-limits.ts'
import { limits } from '#lib/rate-limit.ts'

const security = readFileSync('docs/security.md', 'utf8')
const deployment = readFileSync('docs/deployment.md', 'utf8')
const settings = readFileSync('lib/env.ts', 'utf8').matchAll(/^ {4}([A-Z_]+): z/gm)

describe('docs/security.md', () => {
  it.each(Object.entries(limits))('tells the limit %s as it is', (name, { points, seconds }) => {
    const row = security.split('\n').find((line) => line.startsWith(`| \`${name}\``))
    const window = seconds === 3600 ? 'an hour' : `${seconds / 60} minutes`
    expect(row).toContain(`${points.toLocaleString('en-GB')} in ${window}`)
  })

  it.each(Object.keys(abilities))('names the ability %s', (ability) => {
    expect(security).toContain(`\`${ability}\``)
  })

  it.each(securityEvents)('names the event %s', (event) => {
    expect(security.replaceAll('\n', ' ')).toMatch(new RegExp(`[ ,]${event}[,.]`))
  })

  it('tells what a picture may be', () => {
    const { bytes, pixels, ratio } = pictureLimits
    const types = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(pictureTypes)
    expect(security.toLowerCase()).toContain(
      `a picture may be a ${types} of at most ${bytes / 1024 / 1024} mb, ${pixels / 1e6} million pixels and sides of ${ratio} to 1.`,
    )
  })

  it('lists the events of the audit log, all of them and no others', () => {
    const table = security.slice(security.indexOf('| about | events |'))
    const listed = [...table.slice(0, table.indexOf('\n\n')).matchAll(/`([\w.-]+)`/g)].map(([, event]) => event)
    expect(listed.sort()).toEqual(Object.keys(auditEvents).sort())
  })
})

describe('docs/deployment.md', () => {
  it.each([...settings].map(([, name]) => name).filter((name) => name !== 'NODE_ENV'))(
    'names the setting %s',
    (name) => {
      expect(deployment).toContain(`\`${name}\``)
    },
  )
})
