import type { Metadata, Route } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { ChangesSince } from '#features/assessment/components/changes-since.tsx'
import { DashboardHead } from '#features/assessment/components/dashboard-head.tsx'
import { FitList } from '#features/assessment/components/fit-list.tsx'
import { PastAssessments } from '#features/assessment/components/past-assessments.tsx'
import { progressOf } from '#features/assessment/progress-queries.ts'
import { NoticeList } from '#features/guide/components/notice-list.tsx'
import { unseenNotices } from '#features/guide/notice-queries.ts'
import { KeepIt } from '#features/profile/components/keep-it.tsx'
import { SkillProfile } from '#features/profile/components/skill-profile.tsx'
import { currentPerson, recoveryCodeOf } from '#features/profile/person-queries.ts'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = { title: 'My profile' }

/** How many roles stand here; a page of its own has all of them. */
const fitsShown = 5

export default async function MePage() {
  const person = await currentPerson()
  const [progress, notices] = person ? await Promise.all([progressOf(person.id), unseenNotices(person.id)]) : [null, []]
  if (!person || !progress) return <NothingYet signedIn={person?.kind === 'user'} />
  const code = person.kind === 'guest' ? await recoveryCodeOf(person.id) : null
  return (
    <Frame section="me" path="/me">
      <Column wide>
        <DashboardHead progress={progress} />
        <NoticeList notices={notices} />
        {progress.focus && <ChangesSince {...progress.focus} />}
        {person.kind === 'guest' && <KeepIt code={code} />}
        {progress.profile.length > 0 && (
          <section aria-labelledby="profile" className="mt-16">
            <h2 id="profile" className="text-h3">
              Your skills
            </h2>
            <SkillProfile profile={progress.profile} />
          </section>
        )}
        {progress.profile.length > 0 && (
          <section aria-labelledby="fits" className="mt-16">
            <h2 id="fits" className="text-h3">
              Roles that this profile fits
            </h2>
            {progress.fits.length > 0 ? (
              <FitList fits={progress.fits.slice(0, fitsShown)} />
            ) : (
              <p className="mt-3 text-small text-ink-soft">
                What you have rated so far is too little to put roles in an order. Assess yourself against one, and they
                stand here.
              </p>
            )}
            <p className="mt-4 text-small">
              <a href={'/which-role' as Route} className="text-accent underline underline-offset-4">
                {progress.fits.length > 0
                  ? 'Every role, with what is missing and what to begin with'
                  : 'Roles to look at first'}
              </a>
            </p>
          </section>
        )}
        <section aria-labelledby="past" className="mt-16">
          <h2 id="past" className="text-h3">
            Your assessments
          </h2>
          <PastAssessments past={progress.past} />
        </section>
      </Column>
    </Frame>
  )
}

function NothingYet({ signedIn }: { signedIn: boolean }) {
  return (
    <Frame section="me" path="/me">
      <Column>
        <PageHead
          title="Your profile"
          standfirst="Here you will see how close you are to a role, what changed since last time, and what to do next. It fills as you rate skills."
        />
        <div className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href="/assess">Assess yourself</ButtonLink>
          <ButtonLink href="/guides" variant="secondary">
            Read a guide
          </ButtonLink>
        </div>
        {!signedIn && (
          <p className="mt-8 text-small text-ink-soft">
            Been here before?{' '}
            <a href="/sign-in" className="text-accent underline underline-offset-4">
              Sign in
            </a>
            , or use your{' '}
            <a href="/recover" className="text-accent underline underline-offset-4">
              recovery code
            </a>
            .
          </p>
        )}
      </Column>
    </Frame>
  )
}
