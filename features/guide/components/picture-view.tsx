import { PictureImage } from '#features/picture/components/picture-image.tsx'
import type { GuideContext } from './guide-context.ts'

interface PictureViewProps {
  id: string
  alt: string
  caption: string | undefined
  /** Whether it stands by itself, and not in the middle of a sentence. */
  figure: boolean
  context: GuideContext
}

/** A picture of the library in a guide; of one that is not there, what it would have shown. */
export function PictureView({ id, alt, caption, figure, context }: PictureViewProps) {
  const picture = context.pictures.get(id)
  if (!picture) return figure && alt ? <p>{alt}</p> : alt
  const image = (
    <PictureImage
      picture={picture}
      alt={alt || picture.alt}
      // The width of the text: app/(documents)/guides/[slug]/page.tsx sets it.
      sizes="(min-width: 48rem) 42.5rem, calc(100vw - 2rem)"
    />
  )
  if (!figure) return image
  return (
    <figure>
      {image}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
