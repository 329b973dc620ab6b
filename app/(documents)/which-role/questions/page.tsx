import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { buttonClasses } from '#components/ui/button.tsx'
import { QuestionnaireForm } from '#features/assessment/components/questionnaire-form.tsx'
import { NextRoles, SuggestionList } from '#features/assessment/components/suggestion-list.tsx'
import { type Answers, readAnswers, saysSomething, writeAnswers } from '#features/assessment/questionnaire-answers.ts'
import { questionnaireView } from '#features/assessment/questionnaire-queries.ts'
import { counted } from '#lib/format.ts'
import { Frame } from '../../../frame.tsx'

type Props = PageProps<'/which-role/questions'>

const address = '/which-role/questions'

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const answered = readAnswers(await searchParams) !== null
  return {
    title: answered ? 'Roles that may suit you' : 'Ten minutes of questions',
    description:
      'What you like doing and what you have done before, and which roles to look at first, each with the reason.',
    alternates: { canonical: address },
    ...(answered && { robots: { index: false } }),
  }
}

export default async function QuestionsPage({ searchParams }: Props) {
  const answers = readAnswers(await searchParams)
  if (answers && !answers.short) redirect(`${address}?${writeAnswers(answers)}` as Route)
  const view = await questionnaireView(answers)
  return (
    <Frame section="roles" path={answers ? `${address}?${writeAnswers(answers)}` : address}>
      <Column>
        {answers ? (
          <Result answers={answers} view={view} />
        ) : (
          <>
            <PageHead
              kicker="Which role suits me?"
              title="Ten minutes of questions"
              standfirst="Say what you like and what you have done. You get a few roles to look at, each with the reason why, and with what speaks against it."
            />
            <p className="mt-5 text-small text-ink-soft">
              No account needed. Your answers are kept nowhere: they travel in the address of the page that you get.
            </p>
            <QuestionnaireForm statements={view.statements} answers={null} heading="h2" />
          </>
        )}
      </Column>
    </Frame>
  )
}

interface ResultProps {
  answers: Answers
  view: Awaited<ReturnType<typeof questionnaireView>>
}

function Result({ answers, view: { statements, first, next, did } }: ResultProps) {
  return (
    <>
      <PageHead
        kicker="Which role suits me?"
        title={first.length > 0 ? 'Roles to look at first' : 'Nothing to go by yet'}
        standfirst={first.length > 0 ? standfirst : undefined}
      />
      {first.length > 0 ? (
        <section aria-label="Roles to look at first" className="mt-10">
          <SuggestionList suggestions={first} heading="h2" />
          {next.length > 0 && <NextRoles matches={next} />}
        </section>
      ) : (
        <p className="mt-6 text-base">
          {saysSomething(answers)
            ? 'What you like and what you do not like come to the same for every role. Turn a few of the “No” answers into “A bit”, or tick more of what you have done.'
            : 'No role can be told from another by these answers. Say “Yes” or “A bit” to at least three things that you like, and tick whatever you have done: two or three ticks already make a difference.'}
        </p>
      )}
      {did.length > 0 && <KeepForm did={did} returnTo={`${address}?${writeAnswers(answers)}`} />}
      <section aria-labelledby="answers" className="no-print mt-20">
        <h2 id="answers" className="text-h2">
          Your answers
        </h2>
        <p className="mt-2 text-base text-ink-soft">
          The address of this page holds them all: keep it, and you can come back.
        </p>
        <details className="mt-4" open={first.length === 0}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
            Change some of them and look again
          </summary>
          <QuestionnaireForm statements={statements} answers={{ ...answers, did }} heading="h3" />
        </details>
      </section>
    </>
  )
}

const standfirst =
  'By what you like and what you ticked. It is rough: it says where to begin reading, and not what you should become.'

function KeepForm({ did, returnTo }: { did: readonly string[]; returnTo: string }) {
  return (
    <section aria-labelledby="keep" className="no-print mt-14 border-l-2 border-accent pl-5">
      <h2 id="keep" className="text-h3">
        Keep what you have done
      </h2>
      <p className="mt-1 text-base">
        {did.length === 1 ? 'Your tick becomes a rating' : `Your ${counted(did.length, 'tick')} become ratings`} in a
        profile that only you see, each at the level that its sentence stands for; you can change them there. Rate a few
        more, and every role is measured against it. What you like is not kept.
      </p>
      <form method="post" action="/which-role/keep" className="mt-4">
        <input type="hidden" name="returnTo" value={returnTo} />
        <input type="hidden" name="did" value={did.join('.')} />
        <button type="submit" className={buttonClasses('primary')}>
          Keep what I have done in my profile
        </button>
      </form>
    </section>
  )
}
