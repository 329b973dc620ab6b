import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixedDocuments, notForCrawlers } from './crawling.ts'

const addresses = (folder: string): string[] =>
  globSync(`app/(${folder})/**/page.tsx`).map((file) =>
    file
      .replace(`app/(${folder})`, '')
      .replace(/\/page\.tsx$/, '')
      .replace(/^$/, '/'),
  )

/** Documents that answer what somebody asks of them: there is no end to their addresses, and no use in finding them. */
const asked = ['/search', '/which-role/questions']

describe('what crawlers are told', () => {
  it('names every document with one address', () => {
    const single = addresses('documents').filter((address) => !address.includes('[') && !asked.includes(address))
    expect([...fixedDocuments].sort()).toEqual(single.sort())
  })

  it('keeps them away from every application, and from no document', () => {
    const kept = (path: string) => notForCrawlers.some((prefix) => path.startsWith(prefix))
    expect(addresses('applications').filter((address) => !kept(address))).toEqual([])
    expect([...fixedDocuments, '/guides/meeting-people', '/skills/sql'].filter(kept)).toEqual([])
  })
})
