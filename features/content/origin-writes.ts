import { isNotNull } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { auditLog } from '#db/schema/account.ts'
import { contentOrigins, type OriginKind, site } from '#db/schema/site.ts'
import { guideHash } from './import-guides.ts'
import { presentContent } from './present-queries.ts'
import { authorText, hashOf, roleText, skillText } from './thing-files.ts'

/**
 * A site that an earlier version of Guidepost loaded does not know what was brought in. Nobody could edit anything then, so
 * as long as nobody did since, all that is there is as it was brought in.
 */
export async function adoptContent(tx: Tx): Promise<void> {
  const loaded = await tx.$count(site, isNotNull(site.contentLoadedAt))
  if (loaded === 0 || (await tx.$count(contentOrigins)) > 0 || (await tx.$count(auditLog)) > 0) return
  const present = await presentContent(tx)
  const of = <Thing extends { slug: string }>(
    kind: OriginKind,
    things: Map<string, Thing>,
    hash: (thing: Thing) => string,
  ) => [...things.values()].map((thing) => ({ kind, slug: thing.slug, hash: hash(thing) }))
  const rows = [
    ...of('skill', present.skills, (skill) => hashOf(skillText(skill))),
    ...of('role', present.roles, (role) => hashOf(roleText(role))),
    ...of('author', present.authors, (author) => hashOf(authorText(author))),
    ...of('guide', present.guides, guideHash),
  ]
  if (rows.length > 0) await tx.insert(contentOrigins).values(rows)
}
