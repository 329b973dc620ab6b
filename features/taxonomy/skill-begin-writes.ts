import { eq, or } from 'drizzle-orm'
import { z } from 'zod'
import { type Tx, write } from '#db/client.ts'
import { redirects } from '#db/schema/site.ts'
import { skillAliases, skills } from '#db/schema/taxonomy.ts'
import { skillKinds } from '#db/schema/words.ts'
import { audit } from '#features/account/audit-writes.ts'
import { newId } from '#lib/ids.ts'
import { quoted } from '#lib/quotation.ts'
import { slugFrom } from '#lib/slug.ts'
import { aliasKey, oneOf, wording } from './taxonomy-schema.ts'
import { TaxonomyConflict } from './taxonomy-writes.ts'

/** The least that a skill can be begun with; the rest is written on its own page. */
export const skillBeginning = z.object({
  name: wording(60),
  kind: oneOf(skillKinds),
  definition: wording(220),
})

export type SkillBeginning = z.output<typeof skillBeginning>

/**
 * Begins a skill from inside of a guide. It is unfinished: no reader sees it, and the guide cannot be published before
 * it is whole.
 * @returns its slug
 * @throws TaxonomyConflict that names the skill which is there already
 */
export async function beginSkill(
  tx: Tx,
  { name, kind, definition }: SkillBeginning,
  byId: string,
  now = new Date(),
): Promise<string> {
  const slug = slugFrom(name)
  if (slug === '') throw new TaxonomyConflict('The name needs a letter or a digit.')
  const [there] = await tx
    .select({ name: skills.name })
    .from(skills)
    .leftJoin(skillAliases, eq(skillAliases.skillId, skills.id))
    .where(or(eq(skills.slug, slug), eq(skills.name, name), eq(skillAliases.key, aliasKey(name))))
    .limit(1)
  if (there) throw new TaxonomyConflict(`There is already a skill for this: ${quoted(there.name)}. Choose it instead.`)
  const moved = await tx
    .select({ kind: redirects.kind, target: redirects.target })
    .from(redirects)
    .where(eq(redirects.slug, slug))
  const target = moved.find((each) => each.kind === 'skill')?.target
  if (target)
    throw new TaxonomyConflict(
      `${quoted(name)} is what the skill ${quoted(target)} was called before. Choose it instead.`,
    )
  const id = newId()
  await tx.insert(skills).values({ id, slug, name, kind, definition, unfinished: true, updatedAt: now })
  await tx.insert(skillAliases).values({ key: aliasKey(name), alias: name, skillId: id, position: 0 })
  await audit(tx, byId, { event: 'skill.begun', subject: 'skill', subjectId: id, label: name }, now)
  return slug
}

/** The same in a transaction of its own. */
export const beginSkillAlone = (beginning: SkillBeginning, byId: string): Promise<string> =>
  write(async (tx) => beginSkill(tx, beginning, byId))
