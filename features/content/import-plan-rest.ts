import type { PictureThing, RedirectThing } from './content-types.ts'
import { differentFields } from './import-decide.ts'
import { isWritten, type PlannedThing } from './import-types.ts'
import type { Present } from './present-queries.ts'
import { hashOf, pictureText } from './thing-files.ts'

const blank = { fields: [], passages: 0, why: '', offered: false, taken: false, news: false }

/** Pictures are known by their id: their files never change, only what is said of them. */
export function planPictures(
  pictures: readonly PictureThing[],
  present: Present,
  take: ReadonlySet<string>,
): PlannedThing[] {
  return pictures.map((picture): PlannedThing => {
    const { id, name } = picture
    const mine = present.pictures.get(id)
    const thing = { ...blank, kind: 'picture' as const, slug: id, label: name, hash: hashOf(pictureText(picture)) }
    if (!mine) return { ...thing, here: null, status: 'new', news: true }
    const fields = differentFields(mine, picture).filter((field) => ['name', 'alt', 'archived'].includes(field))
    if (fields.length === 0) return { ...thing, here: id, status: 'same' }
    const why = 'What is said of it was edited here.'
    return { ...thing, here: id, status: 'kept', fields, why, offered: true, taken: take.has(`picture:${id}`) }
  })
}

/** An old address is taken over if it leads to something that will be there and nothing has it. */
export function planRedirects(
  redirects: readonly RedirectThing[],
  present: Present,
  things: readonly PlannedThing[],
): PlannedThing[] {
  const mine = new Map(present.redirects.map(({ kind, slug, target }) => [`${kind} ${slug}`, target]))
  const inUse = new Set(things.flatMap(({ kind, here }) => (here === null ? [] : `${kind} ${here}`)))
  const comes = new Map(things.map((thing) => [`${thing.kind} ${thing.slug}`, thing]))
  return redirects.flatMap(({ kind, slug, target }): PlannedThing[] => {
    const thing = {
      ...blank,
      kind: 'redirect' as const,
      slug: `${kind}/${slug}`,
      label: `${slug} → ${target}`,
      hash: target,
    }
    const known = mine.get(`${kind} ${slug}`)
    if (known !== undefined) {
      return [
        {
          ...thing,
          here: known,
          status: known === target ? 'same' : 'kept',
          why: known === target ? '' : `Here it leads to ${known}.`,
        },
      ]
    }
    // The address of something that moves with this import gets its redirect by moving.
    const moves = comes.get(`${kind} ${target}`)
    if (moves?.here === slug && isWritten(moves)) return []
    if (inUse.has(`${kind} ${slug}`))
      return [{ ...thing, here: slug, status: 'kept', why: 'Something here has this address.' }]
    return [{ ...thing, here: null, status: 'new' }]
  })
}
