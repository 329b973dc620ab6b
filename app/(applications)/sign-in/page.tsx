import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { currentUser } from '#features/account/account-queries.ts'
import { SignInForm } from '#features/profile/components/sign-in-form.tsx'
import { currentGuest } from '#features/profile/person-queries.ts'
import { safeReturnPath } from '#lib/return-path.ts'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Sign in',
  description: 'Sign in to your skill profile.',
  robots: { index: false },
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = safeReturnPath((await searchParams).next)
  if (await currentUser()) redirect(next as Route)
  const query = `?next=${encodeURIComponent(next)}`
  return (
    <Frame section="account" path="/sign-in">
      <Column>
        <PageHead title="Sign in" />
        <div className="mt-10 max-w-[30rem]">
          <SignInForm next={next} hasGuest={(await currentGuest()) !== null} />
          <p className="mt-10">
            No account yet?{' '}
            <a href={`/sign-up${query}`} className="text-accent underline underline-offset-4">
              Make one
            </a>
            . You can also use everything here without.
          </p>
          <p className="mt-3">
            Have you a recovery code from using the site as a guest?{' '}
            <a href={`/recover${query}`} className="text-accent underline underline-offset-4">
              Find your profile
            </a>
            .
          </p>
        </div>
      </Column>
    </Frame>
  )
}
