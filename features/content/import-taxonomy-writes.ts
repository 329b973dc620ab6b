import { inArray } from 'drizzle-orm'
import { categories, skillAliases, skills } from '#db/schema/taxonomy.ts'
import { saveAuthor } from '#features/guide/guide-writes.ts'
import { changeAddress } from '#features/taxonomy/address-writes.ts'
import { saveRole, saveSkills } from '#features/taxonomy/taxonomy-writes.ts'
import { newId } from '#lib/ids.ts'
import type { SkillThing } from './content-types.ts'
import type { Import } from './import-job-writes.ts'
import { isWritten } from './import-types.ts'

/** Fields of work, skills, roles and authors, under the addresses that they have here. */
export async function bringInTaxonomy(job: Import): Promise<void> {
  const { tx, incoming, written, address, now } = job
  const { files } = incoming
  await move(job)
  for (const { value } of files.categories) {
    if (!written('category', value.slug)) continue
    const { name, summary, position } = value
    await tx
      .insert(categories)
      .values({ id: newId(), slug: address('category', value.slug), name, summary, position })
      .onConflictDoUpdate({ target: categories.slug, set: { name, summary, position } })
  }
  const theirs = files.skills.flatMap(({ value }) => (written('skill', value.slug) ? value : []))
  await freeAliases(job, theirs)
  for (const unfinished of [false, true]) {
    const inputs = theirs.filter((skill) => skill.unfinished === unfinished).map((skill) => relatedHere(job, skill))
    await saveSkills(tx, inputs, now, unfinished)
  }
  for (const { value } of files.roles) {
    if (!written('role', value.slug)) continue
    const asked = value.skills.map((each) => ({ ...each, skill: address('skill', each.skill) }))
    const role = {
      ...value,
      slug: address('role', value.slug),
      category: value.category === undefined ? undefined : address('category', value.category),
      // Two of them may have become one here.
      skills: asked.filter(({ skill }, index) => asked.findIndex((each) => each.skill === skill) === index),
    }
    await saveRole(tx, role, now)
  }
  for (const { value } of files.authors) {
    if (written('author', value.slug)) await saveAuthor(tx, { ...value, slug: address('author', value.slug) })
  }
}

/** What has a new address in the folder gets it here; the old one leads there. */
async function move({ tx, plan }: Import): Promise<void> {
  for (const thing of plan.things) {
    const { kind, slug, here, fields } = thing
    if (here === null || !isWritten(thing) || !fields.includes('address')) continue
    if (kind === 'skill' || kind === 'role' || kind === 'author' || kind === 'category') {
      await changeAddress(tx, kind, here, slug)
    }
  }
}

/** An alias may go from one skill to another: all of them are given back before any is given out. */
async function freeAliases({ tx, address }: Import, theirs: readonly SkillThing[]): Promise<void> {
  const slugs = theirs.map(({ slug }) => address('skill', slug))
  if (slugs.length === 0) return
  const owners = tx.select({ id: skills.id }).from(skills).where(inArray(skills.slug, slugs))
  await tx.delete(skillAliases).where(inArray(skillAliases.skillId, owners))
}

/** The skill under its address here, beside those skills that there are and that readers see. */
function relatedHere({ incoming, present, written, address }: Import, skill: SkillThing): SkillThing {
  const finished = new Map([...present.skills.values()].map(({ slug, unfinished }) => [slug, !unfinished]))
  for (const { value } of incoming.files.skills) {
    if (written('skill', value.slug)) finished.set(address('skill', value.slug), !value.unfinished)
  }
  const slug = address('skill', skill.slug)
  // What moved with this import is known under its old address only.
  const related = skill.related.map((each) => address('skill', each))
  return { ...skill, slug, related: [...new Set(related)].filter((each) => each !== slug && finished.get(each)) }
}
