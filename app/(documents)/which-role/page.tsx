import type { Metadata, Route } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { FurtherRoles, NearRoles } from '#features/assessment/components/role-ways.tsx'
import { NextRoles, SuggestionList } from '#features/assessment/components/suggestion-list.tsx'
import { type Answers, readAnswers, writeAnswers } from '#features/assessment/questionnaire-answers.ts'
import type { Suggestion } from '#features/assessment/questionnaire-queries.ts'
import type { RoleMatch } from '#features/assessment/role-match.ts'
import { whichRoleView } from '#features/assessment/which-role-queries.ts'
import { currentPerson } from '#features/profile/person-queries.ts'
import { counted } from '#lib/format.ts'
import { firstParam } from '#lib/params.ts'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Which role suits me?',
  description:
    'Every role against what you can do already: how well it fits, what is missing, and what to begin with. Or answer a few questions first.',
  alternates: { canonical: '/which-role' },
}

const questions = '/which-role/questions' as Route

export default async function WhichRolePage({ searchParams }: PageProps<'/which-role'>) {
  const query = await searchParams
  const kept = firstParam(query.kept) === 'yes'
  const answers = readAnswers(query)
  const person = await currentPerson()
  const view = person ? await whichRoleView(person.id, answers) : null
  if (!view) return <NothingRated />
  if (view.rough) return <TooLittle rated={view.rated} {...view.rough} answers={answers} kept={kept} />
  const { near, further, rated } = view
  const [first, second] = near
  return (
    <Frame section="roles" path="/which-role">
      <Column>
        <PageHead
          title="Which role suits me?"
          standfirst={`Every role, measured against the ${counted(rated, 'skill')} you have rated. What you did not rate counts as none yet.`}
        />
        {kept && <Kept />}
        <p className="mt-5 text-small text-ink-soft">
          The percentage is the share of what a role asks that you reach: no forecast of getting the job. The hours are
          those of practice steps on this site: learning a trade takes longer, and training and registration that the
          law asks for, as of a nurse, come on top. What you like doing is in neither:{' '}
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

function Kept() {
  return (
    <p role="status" className="mt-6 border-l-2 border-accent pl-4 text-base">
      What you ticked is in{' '}
      <a href="/me" className="text-accent underline underline-offset-4">
        your profile
      </a>
      . Rate more skills, and this page will say more.
    </p>
  )
}

interface TooLittleProps {
  rated: number
  first: readonly Suggestion[]
  next: readonly RoleMatch[]
  answers: Answers | null
  kept: boolean
}

/** For whoever has rated too little to be measured: roles in the order of the questionnaire, without a number. */
function TooLittle({ rated, first, next, answers, kept }: TooLittleProps) {
  const order = answers
    ? 'So they stand in the order of your answers, and without a percentage.'
    : 'So no percentage stands here yet.'
  return (
    <Frame section="roles" path="/which-role">
      <Column>
        <PageHead
          title="Which role suits me?"
          standfirst={`What you have rated, ${counted(rated, 'skill')} so far, is too little to measure roles by. ${order}`}
        />
        {kept && <Kept />}
        <p className="mt-6 text-base">
          To see how near you are to one of them, assess yourself against it: that takes about ten minutes.
          {!answers && ' No idea which? Answer ten minutes of questions about what you like and have done.'}
        </p>
        <div className="no-print mt-5 flex flex-wrap gap-3">
          {answers ? (
            <ButtonLink href={`${questions}?${writeAnswers(answers)}` as Route} variant="secondary">
              Back to your answers
            </ButtonLink>
          ) : (
            <ButtonLink href={questions}>Answer the questions</ButtonLink>
          )}
          {first.length === 0 && (
            <ButtonLink href="/assess" variant="secondary">
              Assess yourself
            </ButtonLink>
          )}
        </div>
        {first.length > 0 && (
          <section aria-labelledby="first" className="mt-12">
            <h2 id="first" className="text-h3">
              Roles to look at first
            </h2>
            <SuggestionList suggestions={first} heading="h3" />
            {next.length > 0 && <NextRoles matches={next} />}
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
          standfirst="Once you have rated a few skills, every role stands here with how well it fits, what is missing, and what to begin with."
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
