import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { currentUser } from '#features/account/account-queries.ts'
import { SignUpForm } from '#features/profile/components/sign-up-form.tsx'
import { currentGuest } from '#features/profile/person-queries.ts'
import { safeReturnPath } from '#lib/return-path.ts'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Make an account',
  description: 'Keep your skill profile and reach it from any device.',
  robots: { index: false },
}

export default async function SignUpPage({ searchParams }: PageProps<'/sign-up'>) {
  const next = safeReturnPath((await searchParams).next)
  if (await currentUser()) redirect(next as Route)
  const guest = await currentGuest()
  return (
    <Frame section="account" path="/sign-up">
      <Column>
        <PageHead
          title="Make an account"
          standfirst="It keeps your skill profile, and lets you reach it from any device."
        />
        <div className="mt-6 grid max-w-[30rem] gap-3">
          <p>
            {guest
              ? 'Everything you have done here as a guest comes along: your ratings, your assessments and their results.'
              : 'You do not need one to read, to rate a skill or to assess yourself. If you start as a guest, it all comes along later.'}
          </p>
          <p>No email is sent, and nobody but you sees your profile.</p>
        </div>
        <div className="mt-10 max-w-[30rem]">
          <SignUpForm next={next} />
          <p className="mt-10">
            Have you an account already?{' '}
            <a href={`/sign-in?next=${encodeURIComponent(next)}`} className="text-accent underline underline-offset-4">
              Sign in
            </a>
            .
          </p>
        </div>
      </Column>
    </Frame>
  )
}
