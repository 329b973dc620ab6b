import type { PictureCard } from './upload-answers.ts'

const ofThisSite = /^\/pictures\/([\w-]{22})(?:[/?#].*)?$/

/** @returns the id of the picture of this site that an address names; null for any other address */
export const pictureIdOf = (address: string): string | null => ofThisSite.exec(address)?.[1] ?? null

/** The address of a file of a picture: the narrowest that is as wide as asked, or the widest there is. */
export function pictureAddress({ id, widths }: Pick<PictureCard, 'id' | 'widths'>, width: number): string {
  return `/pictures/${id}/${widths.find((each) => each >= width) ?? widths.at(-1) ?? width}.webp`
}

/** What a browser chooses from. */
export const pictureSources = ({ id, widths }: Pick<PictureCard, 'id' | 'widths'>): string =>
  widths.map((width) => `/pictures/${id}/${width}.webp ${width}w`).join(', ')
