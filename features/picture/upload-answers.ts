import type { AddedPicture } from './picture-writes.ts'

/** A picture as the library and the picker show it. */
export interface PictureCard {
  id: string
  name: string
  alt: string
  width: number
  height: number
  widths: number[]
}

/** What the upload answers to a script. */
export interface UploadAnswer {
  picture: PictureCard
  outcome: AddedPicture['outcome']
}

/** What the search of the picker answers. */
export interface SearchAnswer {
  pictures: PictureCard[]
  /** How many there are with it that are not shown. */
  more: number
}

/** The address of a file of a picture: the narrowest that is as wide as asked, or the widest there is. */
export function pictureAddress({ id, widths }: Pick<PictureCard, 'id' | 'widths'>, width: number): string {
  return `/pictures/${id}/${widths.find((each) => each >= width) ?? widths.at(-1) ?? width}.webp`
}
