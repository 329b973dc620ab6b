import { pictureAddress } from '#features/picture/picture-address.ts'
import { readPictureFile } from '#features/picture/picture-files.ts'
import type { GuideContext } from './components/guide-context.ts'
import type { OfflinePicture } from './offline-tree.ts'

const width = 960
/** What may stand in the file, in bytes: one picture, and all of them. A larger one is a link. */
const eachAtMost = 150_000
const allAtMost = 1_500_000

/** The pictures of a guide for a file of its own, by id: those that are small enough stand in it. */
export async function offlinePictures(
  origin: string,
  { pictures }: Pick<GuideContext, 'pictures'>,
): Promise<Map<string, OfflinePicture>> {
  const found = new Map<string, OfflinePicture>()
  let bytes = 0
  for (const [id, picture] of pictures) {
    const chosen = picture.widths.find((each) => each >= width) ?? picture.widths.at(-1) ?? width
    const file = await readPictureFile(id, chosen)
    const fits = file !== null && file.length <= eachAtMost && bytes + file.length <= allAtMost
    if (fits) bytes += file.length
    found.set(id, {
      ...(fits && { src: `data:image/webp;base64,${file.toString('base64')}` }),
      address: origin + pictureAddress(picture, width),
      width: chosen,
      height: Math.round((picture.height * chosen) / picture.width),
    })
  }
  return found
}
