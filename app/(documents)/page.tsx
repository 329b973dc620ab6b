import type { Metadata } from 'next'
import { JsonLd } from '#components/json-ld.tsx'
import { Rung } from '#components/rung.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { guideKinds } from '#db/schema/index.ts'
import { nextFor } from '#features/assessment/result-queries.ts'
import { GuideList } from '#features/guide/components/guide-list.tsx'
import { JobDirectory } from '#features/guide/components/job-directory.tsx'
import { guideKindNames } from '#features/guide/guide-kinds.ts'
import { latestOfEachKind } from '#features/guide/guide-queries.ts'
import { exampleRole, jobDirectory } from '#features/guide/job-directory-queries.ts'
import { currentPerson } from '#features/profile/person-queries.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { fitOf } from '#features/profile/scoring.ts'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { env } from '#lib/env.ts'
import { organisation, webSite } from '#lib/json-ld.ts'
import { type Level, levelNames, type Rank } from '#lib/levels.ts'
import { Frame } from '../frame.tsx'
import { pageMetadata } from '../page-metadata.ts'

const title = 'Guidepost: career guides that you can act on'
const description = 'Career guides in which every piece of advice is something you can do right there.'

export const metadata: Metadata = { ...pageMetadata({ path: '/', title, description }), title: { absolute: title } }

/** How many guides of each kind the home page lists. */
const guidesShown = 3

export default async function HomePage() {
  const [guides, fields, person] = await Promise.all([latestOfEachKind(guidesShown), jobDirectory(), currentPerson()])
  const [role, levels] = await Promise.all([exampleRole(fields), levelsOf(person?.id ?? null)])
  const own = role?.skills.some(({ slug }) => levels.has(slug)) ?? false
  const next = role && own ? await nextFor(role, levels) : null
  return (
    <Frame path="/">
      <JsonLd things={[organisation(env().siteOrigin), webSite(env().siteOrigin, description)]} />
      <div className="mx-auto max-w-[72rem] px-4 tablet:px-8">
        <div className="grid items-center gap-x-20 gap-y-12 pt-12 tablet:pt-20 desktop:grid-cols-[1fr_24rem]">
          <div>
            <h1 className="text-h1 tablet:text-display">Find out what a job asks of you, and get there step by step</h1>
            <p className="mt-6 max-w-[36rem] font-serif text-[1.3125rem] leading-[1.42] text-ink-soft tablet:text-lead">
              Guidepost’s guides let you rate each skill as you read about it. What you do adds up to a profile that
              shows how close you are, and what to learn first.
            </p>
            <div className="mt-8 flex flex-wrap gap-3">
              <ButtonLink href="/assess">Assess yourself</ButtonLink>
              <ButtonLink href="/guides" variant="secondary">
                Read a guide
              </ButtonLink>
            </div>
            <p className="mt-4 text-small text-ink-soft">
              Free, without an account, and nobody but you sees your answers. No job in mind yet?{' '}
              <a href="/which-role" className="text-accent underline underline-offset-4">
                See which role suits you
              </a>
              .
            </p>
          </div>
          {role && <RoleSample role={role} levels={own ? levels : null} next={next} />}
        </div>
        <section aria-labelledby="jobs" className="mt-20">
          <h2 id="jobs" className="text-h2">
            Which job?
          </h2>
          <p className="mt-2 text-ink-soft">The skills it needs, how good you have to be, and how to show it.</p>
          <div className="mt-6">
            <JobDirectory fields={fields} />
          </div>
        </section>
        <div className="mt-24">
          {guideKinds
            .filter((kind) => kind !== 'role-skills' && guides.has(kind))
            .map((kind) => (
              <section
                key={kind}
                aria-labelledby={kind}
                className="mt-12 grid gap-x-20 gap-y-4 desktop:grid-cols-[20rem_minmax(0,1fr)]"
              >
                <div className="desktop:pt-5">
                  <h2 id={kind} className="text-h3">
                    {guideKindNames[kind].many}
                  </h2>
                  <p className="mt-1 text-small text-ink-soft">{guideKindNames[kind].answers}.</p>
                  <p className="mt-2 text-small">
                    <a
                      href={`/guides?kind=${kind}`}
                      className="inline-flex min-h-9 items-center text-accent underline underline-offset-4"
                    >
                      All of them
                      <span className="sr-only">: {guideKindNames[kind].many}</span>
                    </a>
                  </p>
                </div>
                <GuideList guides={guides.get(kind) ?? []} />
              </section>
            ))}
        </div>
      </div>
    </Frame>
  )
}

/** What a stranger sees in the sample: somebody on the way. */
const sampleLevels: readonly Level[] = [3, 2, 3, 1, 2]
const skillsShown = 5

interface RoleSampleProps {
  role: RoleView
  /** The reader's own, null for somebody who has rated none of its skills. */
  levels: ReadonlyMap<string, Level> | null
  /** What such a reader is to learn first. */
  next: Awaited<ReturnType<typeof nextFor>>
}

/** A role's rungs with a gap in them: the reader's own, or an invented person's. */
function RoleSample({ role, levels, next }: RoleSampleProps) {
  const skills = role.skills.slice(0, skillsShown)
  const levelOf = (slug: string): Level | null =>
    levels ? (levels.get(slug) ?? null) : (sampleLevels[skills.findIndex((skill) => skill.slug === slug)] ?? null)
  const { percent } = fitOf(levels ? role.skills : skills, levelOf)
  const gap = levels ? next?.skill : skills.find((skill) => (levelOf(skill.slug) ?? 0) < skill.target)
  return (
    <figure className="border-l-2 border-accent pl-6">
      <figcaption className="text-small text-ink-soft">
        {levels ? 'You, compared with the role' : 'An example: somebody on the way to'}{' '}
        <a
          href={`/roles/${role.slug}`}
          className="font-semibold text-ink underline decoration-line-strong decoration-1 underline-offset-4 hover:text-accent"
        >
          {role.name}
        </a>
      </figcaption>
      <p className="mt-4 font-serif text-[3.5rem] leading-none tabular">{percent}%</p>
      <ul className="mt-2 border-t border-line text-small">
        {skills.map((skill) => (
          <li
            key={skill.slug}
            className="flex items-center justify-between gap-4 border-b border-line py-2.5 leading-snug"
          >
            <a href={`/skills/${skill.slug}`} className="text-ink no-underline hover:text-accent">
              {skill.name}
            </a>
            <Rung level={levelOf(skill.slug)} target={skill.target} />
          </li>
        ))}
      </ul>
      {gap && (
        <p className="mt-4 text-small text-ink-soft">
          Next: {gap.name}, from {levelNames[levelOf(gap.slug) ?? 0]} to {levelNames[nextRank(levelOf(gap.slug))]}. “
          {gap.statements[nextRank(levelOf(gap.slug)) - 1]?.[0]}”
        </p>
      )}
    </figure>
  )
}

/** The level after this one, for somebody who is below a target. */
const nextRank = (level: Level | null): Rank => ((level ?? 0) + 1) as Rank
