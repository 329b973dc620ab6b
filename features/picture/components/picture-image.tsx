import { pictureAddress, pictureSources } from '../picture-address.ts'

interface PictureImageProps {
  picture: { id: string; width: number; height: number; widths: number[] }
  alt: string
  /** How wide it will stand, as CSS has it. */
  sizes: string
  className?: string
}

/** A picture of the library in the width that the page needs; its place is kept free until it is there. */
export function PictureImage({ picture, alt, sizes, className }: PictureImageProps) {
  return (
    // biome-ignore lint/performance/noImgElement: the widths were made at the upload, and the optimizer stays shut
    <img
      src={pictureAddress(picture, 960)}
      srcSet={pictureSources(picture)}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      loading="lazy"
      decoding="async"
      alt={alt}
      className={className}
    />
  )
}
