import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { Moment } from '#components/ui/moment.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { ArchivePicture } from '#features/picture/components/archive-picture.tsx'
import { PictureForm } from '#features/picture/components/picture-form.tsx'
import { PictureImage } from '#features/picture/components/picture-image.tsx'
import { pictureById, pictureUses } from '#features/picture/picture-queries.ts'
import { AdminFrame } from '../../admin-frame.tsx'

export const metadata: Metadata = { title: 'Picture' }

const link = 'text-accent underline underline-offset-4'

export default async function PicturePage({ params }: PageProps<'/admin/pictures/[id]'>) {
  const { id } = await params
  const path = `/admin/pictures/${encodeURIComponent(id)}`
  const user = await requireStaff('picture.edit', path)
  const picture = await pictureById(id)
  if (!picture) notFound()
  const uses = await pictureUses(id)
  const archived = picture.archivedAt !== null
  return (
    <AdminFrame
      user={user}
      section="pictures"
      path={path}
      title={picture.name}
      kicker={
        <a href={'/admin/pictures' as Route} className={link}>
          Pictures
        </a>
      }
      actions={!archived && <ArchivePicture id={id} archived={false} uses={uses.length} />}
    >
      {archived && <ArchivePicture id={id} archived uses={uses.length} />}
      <div className="mt-6 grid items-start gap-x-14 gap-y-10 desktop:grid-cols-[minmax(0,1fr)_24rem]">
        <div>
          <PictureImage
            picture={picture}
            alt={picture.alt || 'The picture, which has no text yet.'}
            sizes="(min-width: 70rem) 48rem, 95vw"
            className="mx-auto max-h-[80vh] max-w-full rounded-medium object-contain"
          />
          <p className="tabular mt-3 text-tiny text-ink-soft">
            {picture.width} × {picture.height} pixels, {Math.max(1, Math.round(picture.bytes / 1024))} KB in{' '}
            {picture.widths.length === 1 ? 'one width' : `${picture.widths.length} widths`}. Added on{' '}
            <Moment at={picture.createdAt.toISOString()} />.
          </p>
        </div>
        <div className="grid gap-10">
          <PictureForm id={id} name={picture.name} alt={picture.alt} />
          <section aria-labelledby="uses">
            <h2 id="uses" className="text-h3">
              Where it is used
            </h2>
            {uses.length > 0 ? (
              <ul className="mt-2 divide-y divide-line">
                {uses.map((guide) => (
                  <li key={guide.id} className="py-2">
                    <a href={`/admin/guides/${guide.id}` as Route} className={link}>
                      {guide.title || 'A guide without a title'}
                    </a>
                    {guide.archivedAt && <span className="text-ink-soft"> (archived)</span>}
                  </li>
                ))}
              </ul>
            ) : (
              <p className="mt-2 text-ink-soft">
                In no guide yet. Place it with the editor’s picture button, or write in the source:
              </p>
            )}
            <code className="mt-3 block rounded-small bg-sunken px-3 py-2 text-tiny break-words select-all">
              ![{picture.alt.replace(/[[\]\\]/g, (mark) => `\\${mark}`) || 'What it shows'}](/pictures/{id})
            </code>
          </section>
        </div>
      </div>
    </AdminFrame>
  )
}
