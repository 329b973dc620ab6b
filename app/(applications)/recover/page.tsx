import type { Metadata } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { currentUser } from '#features/account/account-queries.ts'
import { RecoverForm } from '#features/profile/components/recover-form.tsx'
import { safeReturnPath } from '#lib/return-path.ts'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Find your profile',
  description: 'Find the profile you made as a guest, with its recovery code.',
  robots: { index: false },
}

export default async function RecoverPage({ searchParams }: PageProps<'/recover'>) {
  const next = safeReturnPath((await searchParams).next)
  const user = await currentUser()
  return (
    <Frame section="account" path="/recover">
      <Column>
        <PageHead
          title="Find your profile"
          standfirst="Guests get a recovery code with their profile. It opens the profile in any browser."
        />
        <p className="mt-6 max-w-[30rem]">
          {user
            ? 'You are signed in, so what the guest did will be added to your account.'
            : 'The profile moves to this browser. What you did here before is added to it, and the browser you used first will ask for the code.'}
        </p>
        <div className="mt-10 max-w-[30rem]">
          <RecoverForm next={next} />
        </div>
      </Column>
    </Frame>
  )
}
