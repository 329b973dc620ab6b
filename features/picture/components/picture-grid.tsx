import type { Route } from 'next'
import type { PictureCard } from '../upload-answers.ts'
import { PictureImage } from './picture-image.tsx'

/** The pictures of the library, each a link to its page. */
export function PictureGrid({ pictures }: { pictures: PictureCard[] }) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-6 tablet:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] tablet:gap-x-6">
      {pictures.map((picture) => (
        <li key={picture.id} className="min-w-0">
          <a href={`/admin/pictures/${picture.id}` as Route} className="group block text-ink no-underline">
            <Thumbnail picture={picture} />
            <span className="mt-2 block truncate font-semibold group-hover:text-accent group-hover:underline">
              {picture.name}
            </span>
          </a>
          <p className="line-clamp-2 text-tiny text-ink-soft">
            {picture.alt || <span className="font-semibold text-mark-ink">No text yet</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** A picture in a frame of one shape, whole. Its name stands beside it, so it says nothing itself. */
export function Thumbnail({ picture }: { picture: PictureCard }) {
  return (
    <span className="flex aspect-[4/3] items-center justify-center overflow-hidden rounded-medium bg-sunken">
      <PictureImage
        picture={picture}
        alt=""
        sizes="(min-width: 48rem) 16rem, 45vw"
        className="max-h-full max-w-full object-contain"
      />
    </span>
  )
}
