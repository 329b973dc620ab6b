import type { Metadata } from 'next'
import { titlePictureSize } from '#components/furniture/title-picture.tsx'
import { siteName } from '#lib/json-ld.ts'

interface Shared {
  /** Its canonical address, without the origin. */
  path: string
  title: string
  description: string
  type?: 'article' | 'website'
  /** Of a guide: when it came out and when it was changed. */
  publishedAt?: Date
  changedAt?: Date
  authors?: string[]
}

/**
 * What all pages with an address of their own tell about themselves, with the card that shows where somebody shares them.
 * The picture of a page stands below it, at `picture.png`.
 */
export function pageMetadata({ path, title, description, type = 'website', ...dates }: Shared): Metadata {
  const url = `${path === '/' ? '' : path}/picture.png`
  const images = [{ url, ...titlePictureSize, type: 'image/png', alt: `${title}. ${siteName}.` }]
  const common = { title, description, url: path, siteName, locale: 'en_GB', images }
  return {
    description,
    alternates: { canonical: path },
    openGraph:
      type === 'article'
        ? {
            ...common,
            type,
            publishedTime: dates.publishedAt?.toISOString(),
            modifiedTime: dates.changedAt?.toISOString(),
            authors: dates.authors,
          }
        : { ...common, type },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}
