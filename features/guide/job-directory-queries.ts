import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { guideRoles, guides } from '#db/schema/guide.ts'
import { listRoles, roleBySlug } from '#features/taxonomy/taxonomy-queries.ts'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'

/** A job, and the guide to the skills that it needs, if one is written. */
export interface Job {
  slug: string
  name: string
  guide: string | null
}

export interface FieldOfWork {
  /** Null for the jobs that belong to none. */
  name: string | null
  jobs: Job[]
}

/** Every job by its field of work, in the editors' order of fields, and by name within. */
export async function jobDirectory(): Promise<FieldOfWork[]> {
  const [roles, written] = await Promise.all([listRoles(), roleGuides()])
  const fields = Map.groupBy(roles, ({ category }) => category?.slug ?? '')
  return [...fields.values()].map((ofField) => ({
    name: ofField[0]?.category?.name ?? null,
    jobs: ofField.map(({ id, slug, name }) => ({ slug, name, guide: written.get(id) ?? null })),
  }))
}

/** The role that a stranger is shown as an example: the first in the directory that has a guide, or else the first. */
export async function exampleRole(directory: readonly FieldOfWork[]): Promise<RoleView | null> {
  const jobs = directory.flatMap((field) => field.jobs)
  const example = jobs.find(({ guide }) => guide !== null) ?? jobs[0]
  return example ? await roleBySlug(example.slug) : null
}

/** By the id of the role, the guide to its skills; of several the first by title. */
async function roleGuides(): Promise<Map<string, string>> {
  const rows = await read
    .select({ roleId: guideRoles.roleId, slug: guides.slug })
    .from(guides)
    .innerJoin(guideRoles, and(eq(guideRoles.guideId, guides.id), eq(guideRoles.position, 0)))
    .where(eq(guides.kind, 'role-skills'))
    .orderBy(asc(guides.title))
  return new Map(rows.map(({ roleId, slug }) => [roleId, slug] as const).reverse())
}
