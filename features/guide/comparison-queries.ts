import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { read } from '#db/client.ts'
import { guideRoles, guides } from '#db/schema/index.ts'

/** The guides that compare two roles, whatever else they speak of. */
export async function guidesComparing(roleId: string, otherId: string): Promise<{ slug: string; title: string }[]> {
  const [one, other] = [alias(guideRoles, 'one'), alias(guideRoles, 'other')]
  return await read
    .select({ slug: guides.slug, title: guides.title })
    .from(guides)
    .innerJoin(one, and(eq(one.guideId, guides.id), eq(one.roleId, roleId)))
    .innerJoin(other, and(eq(other.guideId, guides.id), eq(other.roleId, otherId)))
    .where(eq(guides.kind, 'comparison'))
    .orderBy(asc(guides.title))
}
