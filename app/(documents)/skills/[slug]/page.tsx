import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { JsonLd } from '#components/json-ld.tsx'
import { sectionsAbout } from '#features/guide/guide-queries.ts'
import { SkillRatingForm } from '#features/profile/components/skill-rating-form.tsx'
import { currentPerson } from '#features/profile/person-queries.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { PracticeSteps } from '#features/taxonomy/components/practice-steps.tsx'
import { QuestionCard } from '#features/taxonomy/components/question-card.tsx'
import { SkillPlaces } from '#features/taxonomy/components/skill-places.tsx'
import { movedTo } from '#features/taxonomy/redirect-queries.ts'
import { skillThings } from '#features/taxonomy/taxonomy-json-ld.ts'
import { rolesAsking, skillBySlug } from '#features/taxonomy/taxonomy-queries.ts'
import { env } from '#lib/env.ts'
import { firstParam } from '#lib/params.ts'
import { Frame } from '../../../frame.tsx'
import { pageMetadata } from '../../../page-metadata.ts'

export async function generateMetadata({ params }: PageProps<'/skills/[slug]'>): Promise<Metadata> {
  const skill = await skillBySlug((await params).slug)
  if (!skill) return { title: 'Not found' }
  const title = skill.name
  return {
    title,
    ...pageMetadata({ path: `/skills/${skill.slug}`, title, description: skill.definition.slice(0, 160) }),
  }
}

export default async function SkillPage({ params, searchParams }: PageProps<'/skills/[slug]'>) {
  const { slug } = await params
  const skill = await skillBySlug(slug)
  if (!skill) {
    const now = await movedTo('skill', slug)
    if (now) permanentRedirect(`/skills/${now}`)
    notFound()
  }
  const person = await currentPerson()
  const [levels, roles, guides] = await Promise.all([
    levelsOf(person?.id ?? null),
    rolesAsking(skill.id),
    sectionsAbout([skill.id]),
  ])
  return (
    <Frame section="skills" path={`/skills/${slug}`}>
      <JsonLd things={skillThings(env().siteOrigin, skill)} />
      <Column>
        <PageHead
          kicker={skill.kind === 'technical' ? 'Technical skill' : 'Soft skill'}
          title={skill.name}
          standfirst={skill.definition}
        />
        {skill.aliases.length > 0 && (
          <p className="mt-6 text-small text-ink-soft">Adverts also write: {skill.aliases.join(', ')}.</p>
        )}
        <SkillRatingForm
          skill={skill}
          level={levels.get(slug) ?? null}
          saved={firstParam((await searchParams).saved) === slug}
        />
        <PracticeSteps skill={slug} steps={skill.steps} level={levels.get(slug) ?? null} />
        <section aria-labelledby="questions" className="mt-16">
          <h2 id="questions" className="text-h2">
            Interview questions
          </h2>
          {skill.questions.map((question) => (
            <QuestionCard key={question.key} id={`question-${question.key}`} question={question} />
          ))}
        </section>
        <SkillPlaces roles={roles} guides={guides} related={skill.related} />
      </Column>
    </Frame>
  )
}
