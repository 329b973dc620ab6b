import type { Metadata, Route } from 'next'
import { requireStaff } from '#features/account/staff.ts'
import { LibraryFilters } from '#features/picture/components/library-filters.tsx'
import { PictureGrid } from '#features/picture/components/picture-grid.tsx'
import { PictureUpload } from '#features/picture/components/picture-upload.tsx'
import { libraryAddress, type PictureQuery, pictureQuery } from '#features/picture/picture-filters.ts'
import { listPictures } from '#features/picture/picture-queries.ts'
import { AdminFrame } from '../admin-frame.tsx'

export const metadata: Metadata = { title: 'Pictures' }

const link = 'text-accent underline underline-offset-4'

export default async function PicturesPage({ searchParams }: PageProps<'/admin/pictures'>) {
  const query = pictureQuery(await searchParams)
  const path = libraryAddress(query, query)
  const user = await requireStaff('picture.edit', path)
  const { pictures, counts, pages } = await listPictures(query)
  const empty = counts.all + counts.archived === 0 && query.search === ''
  return (
    <AdminFrame user={user} section="pictures" path={path} title="Pictures">
      <div className="grid gap-8">
        <PictureUpload />
        {empty ? (
          <p className="max-w-[42rem]">
            The pictures of the guides will be here, with what each of them shows and where it is used. Upload the first
            one above: a drawing that explains something is worth more than a photograph that decorates.
          </p>
        ) : (
          <>
            <LibraryFilters query={query} counts={counts} />
            <section aria-label="Pictures found">
              {pictures.length > 0 ? (
                <PictureGrid pictures={pictures} />
              ) : (
                <p>
                  No picture is like this.{' '}
                  <a href={'/admin/pictures' as Route} className={link}>
                    Show all pictures
                  </a>
                </p>
              )}
              <Pages query={query} last={pages} />
            </section>
          </>
        )}
      </div>
    </AdminFrame>
  )
}

function Pages({ query, last }: { query: PictureQuery; last: number }) {
  if (last === 1) return null
  const to = (page: number, text: string) => (
    <a href={libraryAddress(query, { page }) as Route} className={`inline-flex min-h-11 items-center ${link}`}>
      {text}
    </a>
  )
  return (
    <nav aria-label="Pages of the library" className="mt-6 flex flex-wrap items-center gap-x-6">
      {query.page > 1 && to(Math.min(query.page - 1, last), 'Previous page')}
      <span className="tabular text-ink-soft">
        Page {query.page} of {last}
      </span>
      {query.page < last && to(query.page + 1, 'Next page')}
    </nav>
  )
}
