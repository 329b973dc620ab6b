import 'server-only'
import { and, asc, count, desc, eq, exists, inArray, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { guideDrafts, guideReferences, pictures } from '#db/schema/index.ts'
import type { PictureFilter, PictureQuery, PictureSort } from './picture-filters.ts'
import type { PictureCard } from './upload-answers.ts'

const card = {
  id: pictures.id,
  name: pictures.name,
  alt: pictures.alt,
  width: pictures.width,
  height: pictures.height,
  widths: pictures.widths,
}

/** How many pictures a page of the library shows. */
export const pageSize = 48
const foundAtMost = 24

const inUse = () =>
  exists(
    read
      .select({ guideId: guideReferences.guideId })
      .from(guideReferences)
      .where(and(eq(guideReferences.kind, 'picture'), eq(guideReferences.target, pictures.id))),
  )

const conditions: Record<PictureFilter, () => SQL | undefined> = {
  all: () => isNull(pictures.archivedAt),
  used: () => and(isNull(pictures.archivedAt), inUse()),
  unused: () => and(isNull(pictures.archivedAt), not(inUse())),
  'no-text': () => and(isNull(pictures.archivedAt), eq(pictures.alt, '')),
  archived: () => isNotNull(pictures.archivedAt),
}

const orders: Record<PictureSort, SQL[]> = {
  newest: [desc(pictures.createdAt), asc(pictures.id)],
  oldest: [asc(pictures.createdAt), asc(pictures.id)],
  name: [sql`lower(${pictures.name})`, asc(pictures.id)],
  largest: [desc(pictures.bytes), asc(pictures.id)],
}

/** A page of the library, and how many pictures there are under each filter. */
export async function listPictures({ search, filter, sort, page }: PictureQuery) {
  const found = matching(search)
  const [rows, counts] = await Promise.all([
    read
      .select({ ...card, bytes: pictures.bytes, createdAt: pictures.createdAt, archivedAt: pictures.archivedAt })
      .from(pictures)
      .where(and(conditions[filter](), found))
      .orderBy(...orders[sort])
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    countsOf(found),
  ])
  return { pictures: rows, counts, pages: Math.max(1, Math.ceil(counts[filter] / pageSize)) }
}

async function countsOf(found: SQL | undefined): Promise<Record<PictureFilter, number>> {
  const counted = await Promise.all(
    Object.entries(conditions).map(async ([filter, condition]) => {
      const [row] = await read.select({ total: count() }).from(pictures).where(and(condition(), found))
      return [filter, row?.total ?? 0] as const
    }),
  )
  return Object.fromEntries(counted) as Record<PictureFilter, number>
}

/** For the picker: what may be placed in a guide, the newest first. */
export async function searchPictures(search: string): Promise<{ pictures: PictureCard[]; more: number }> {
  const condition = and(isNull(pictures.archivedAt), matching(search))
  const [rows, [total]] = await Promise.all([
    read
      .select(card)
      .from(pictures)
      .where(condition)
      .orderBy(...orders.newest)
      .limit(foundAtMost),
    read.select({ total: count() }).from(pictures).where(condition),
  ])
  return { pictures: rows, more: (total?.total ?? 0) - rows.length }
}

/** @returns null if there is no such picture; an archived one is one */
export async function pictureById(id: string) {
  const [picture] = await read.select().from(pictures).where(eq(pictures.id, id))
  return picture ?? null
}

/** What a guide needs to show its pictures, by id. Archived ones as well: a guide that shows one goes on showing it. */
export async function picturesByIds(ids: readonly string[]): Promise<Map<string, PictureCard>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .select(card)
    .from(pictures)
    .where(inArray(pictures.id, [...new Set(ids)]))
  return new Map(rows.map((picture) => [picture.id, picture]))
}

/** The guides whose working copy shows a picture. */
export async function pictureUses(id: string) {
  return await read
    .select({ id: guideDrafts.id, title: guideDrafts.title, archivedAt: guideDrafts.archivedAt })
    .from(guideReferences)
    .innerJoin(guideDrafts, eq(guideDrafts.id, guideReferences.guideId))
    .where(and(eq(guideReferences.kind, 'picture'), eq(guideReferences.target, id)))
    .orderBy(asc(guideDrafts.title))
}

/** Every word of a search stands in the name or in the text. */
function matching(search: string): SQL | undefined {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return and(
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`
      return or(
        sql`lower(${pictures.name}) like ${pattern} escape '\\'`,
        sql`lower(${pictures.alt}) like ${pattern} escape '\\'`,
      )
    }),
  )
}
