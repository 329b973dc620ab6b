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
