import type { Metadata, Route } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { FurtherRoles, NearRoles } from '#features/assessment/components/role-ways.tsx'
import { whichRoleView } from '#features/assessment/which-role-queries.ts'
import { currentPerson } from '#features/profile/person-queries.ts'
import { counted } from '#lib/format.ts'
import { firstParam } from '#lib/params.ts'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Which role suits me?',
  description:
    'Every role against what you can do already: how well it fits, what is missing, and the shortest way there. Or answer a few questions first.',
  alternates: { canonical: '/which-role' },
}

const questions = '/which-role/questions' as Route

export default async function WhichRolePage({ searchParams }: PageProps<'/which-role'>) {
  const kept = firstParam((await searchParams).kept) === 'yes'
  const person = await currentPerson()
  const view = person ? await whichRoleView(person.id) : null
  if (!view) return <NothingRated />
  const { near, further, rated } = view
  const [first, second] = near
  return (
    <Frame section="roles" path="/which-role">
      <Column>
        <PageHead
          title="Which role suits me?"
          standfirst={`Every role, measured against the ${counted(rated, 'skill')} you have rated. What you did not rate counts as none yet.`}
        />
        {kept && (
          <p role="status" className="mt-6 border-l-2 border-accent pl-4 text-base">
            What you ticked is in{' '}
            <a href="/me" className="text-accent underline underline-offset-4">
              your profile
            </a>
            , and this page is made of it. Rate more skills, and it will say more.
          </p>
        )}
        <p className="mt-5 text-small text-ink-soft">
          The percentage is the share of what a role asks that you reach: no forecast of getting the job. The hours are
          those of practice steps; training and registration that the law asks for, as of a nurse, come on top. What you
          like doing is in neither:{' '}
          <a href={questions} className="text-accent underline underline-offset-4">
            ten minutes of questions
          </a>{' '}
          look at that.
        </p>
        {near.length > 0 && (
          <section aria-labelledby="near" className="mt-12">
            <h2 id="near" className="text-h3">
              Nearest to you
            </h2>
            <NearRoles ways={near} />
            {first && second && (
              <p className="no-print mt-5 text-small">
                <a
                  href={`/roles/compare?a=${first.role.slug}&b=${second.role.slug}` as Route}
                  className="text-accent underline underline-offset-4"
                >
                  Compare {first.role.name} and {second.role.name}
                </a>{' '}
                skill by skill.
              </p>
            )}
          </section>
        )}
        {further.length > 0 && (
          <section aria-labelledby="further" className="mt-16">
            <h2 id="further" className="text-h3">
              Further away
            </h2>
            <FurtherRoles ways={further} />
          </section>
        )}
      </Column>
    </Frame>
  )
}

function NothingRated() {
  return (
    <Frame section="roles" path="/which-role">
      <Column>
        <PageHead
          title="Which role suits me?"
          standfirst="Once you have rated a few skills, every role stands here with how well it fits, what is missing, and the shortest way there, in hours."
        />
        <h2 className="mt-12 text-h3">No idea where to begin?</h2>
        <p className="mt-2 text-base">
          Say what you like doing and what you have done before. It takes about ten minutes, needs no account, and ends
          with a few roles to look at, each with the reason why.
        </p>
        <div className="mt-5 flex flex-wrap gap-3">
          <ButtonLink href={questions}>Answer the questions</ButtonLink>
        </div>
        <h2 className="mt-12 text-h3">You have a role in mind?</h2>
        <p className="mt-2 text-base">
          Assess yourself against it. What you answer counts for all the other roles as well, and then this page has
          something to say.
        </p>
        <div className="mt-5 flex flex-wrap gap-3">
          <ButtonLink href="/assess" variant="secondary">
            Assess yourself
          </ButtonLink>
          <ButtonLink href={'/roles/compare' as Route} variant="secondary">
            Compare two roles
          </ButtonLink>
        </div>
      </Column>
    </Frame>
  )
}
