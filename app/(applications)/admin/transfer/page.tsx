import type { Metadata, Route } from 'next'
import { ButtonLink } from '#components/ui/button.tsx'
import { requireStaff, userCan } from '#features/account/staff.ts'
import { ZipUpload } from '#features/content/components/zip-upload.tsx'
import { newerStartingContent } from '#features/content/transfer-queries.ts'
import { counted } from '#lib/format.ts'
import { AdminFrame } from '../admin-frame.tsx'

export const metadata: Metadata = { title: 'In and out' }

const path = '/admin/transfer'
const startingContent = '/admin/transfer/starting-content' as Route
const link = 'text-accent underline underline-offset-4'

export default async function TransferPage({ searchParams }: PageProps<'/admin/transfer'>) {
  const user = await requireStaff('content.export', path)
  const { brought } = await searchParams
  const mayImport = userCan(user, 'content.import')
  const newer = mayImport ? await newerStartingContent() : 0
  return (
    <AdminFrame user={user} section="transfer" path={path} title="In and out">
      <div className="grid gap-10">
        {typeof brought === 'string' && /^\d{1,6}$/.test(brought) && (
          <p role="status" className="max-w-[42rem] rounded-medium bg-accent-wash px-4 py-3">
            {brought === '0'
              ? 'Nothing was changed; everything stays as it is here.'
              : `${brought === '1' ? 'One thing was' : `${brought} things were`} brought in.`}{' '}
            {brought !== '0' && 'The log names each of them.'}
          </p>
        )}
        {newer > 0 && (
          <p className="max-w-[42rem] rounded-medium bg-mark-wash px-4 py-3">
            This version of Guidepost brings newer starting content: {counted(newer, 'change')}. What your editors wrote
            stays.{' '}
            <a href={startingContent} className={link}>
              Look at them
            </a>
          </p>
        )}
        <section>
          <h2 className="text-h3">Take everything along</h2>
          <p className="mt-1 mb-3 max-w-[42rem] text-ink-soft">
            All guides with their working copies, skills, roles, fields of work, authors, pictures and old addresses, as
            a zip of Markdown and YAML that people can read. It holds nothing about readers or accounts.
          </p>
          <ButtonLink href={'/admin/transfer/export' as Route}>Download the content</ButtonLink>
        </section>
        {mayImport && (
          <section>
            <h2 className="text-h3">Bring something in</h2>
            <p className="mt-1 mb-4 max-w-[42rem] text-ink-soft">
              What somebody here has edited is kept unless you choose otherwise, one thing at a time. Nothing is
              deleted.
            </p>
            <ZipUpload />
            {newer === 0 && (
              <p className="mt-6 text-ink-soft">
                The content that came with Guidepost is{' '}
                <a href={startingContent} className={link}>
                  here to compare
                </a>
                .
              </p>
            )}
          </section>
        )}
      </div>
    </AdminFrame>
  )
}
