import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { isFirstAdminInvitationOpen } from '#features/account/invitation-queries.ts'
import { SetUpForm } from '#features/profile/components/set-up-form.tsx'
import { Frame } from '../../../frame.tsx'

export const metadata: Metadata = {
  title: 'Set up the site',
  description: 'Make the first admin of this site.',
  robots: { index: false },
  // The address is a secret until it is used. (no-referrer would make the form's own Origin null.)
  referrer: 'same-origin',
}

export default async function SetUpPage({ params }: PageProps<'/setup/[token]'>) {
  const { token } = await params
  if (!(await isFirstAdminInvitationOpen(token, new Date()))) notFound()
  return (
    <Frame path="/">
      <Column>
        <PageHead
          title="Set up the site"
          standfirst="The site runs. Now it needs its first admin: the account that can do everything here. This link works once."
        />
        <div className="mt-10 max-w-[30rem]">
          <SetUpForm token={token} />
        </div>
      </Column>
    </Frame>
  )
}
