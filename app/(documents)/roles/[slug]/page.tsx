import type { Metadata, Route } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { JsonLd } from '#components/json-ld.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { GuideList } from '#features/guide/components/guide-list.tsx'
import { listGuides } from '#features/guide/guide-queries.ts'
import { RoleLadder } from '#features/profile/components/role-ladder.tsx'
import { currentPerson } from '#features/profile/person-queries.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { fitOf } from '#features/profile/scoring.ts'
import { movedTo } from '#features/taxonomy/redirect-queries.ts'
import { roleThings } from '#features/taxonomy/taxonomy-json-ld.ts'
import { roleBySlug } from '#features/taxonomy/taxonomy-queries.ts'
import { env } from '#lib/env.ts'
import { Frame } from '../../../frame.tsx'
import { pageMetadata } from '../../../page-metadata.ts'

export async function generateMetadata({ params }: PageProps<'/roles/[slug]'>): Promise<Metadata> {
  const role = await roleBySlug((await params).slug)
  if (!role) return { title: 'Not found' }
  const title = role.name
  const description = `${role.summary} ${role.skills.length} skills, each with the level to reach.`.slice(0, 160)
  return { title, ...pageMetadata({ path: `/roles/${role.slug}`, title, description }) }
}

export default async function RolePage({ params }: PageProps<'/roles/[slug]'>) {
  const { slug } = await params
  const role = await roleBySlug(slug)
  if (!role) {
    const now = await movedTo('role', slug)
    if (now) permanentRedirect(`/roles/${now}`)
    notFound()
  }
  const person = await currentPerson()
  const [levels, guides] = await Promise.all([levelsOf(person?.id ?? null), listGuides({ role: slug })])
  const rated = role.skills.some((skill) => levels.has(skill.slug))
  const fit = rated ? fitOf(role.skills, (skill) => levels.get(skill)) : null
  return (
    <Frame section="roles" path={`/roles/${slug}`}>
      <JsonLd things={roleThings(env().siteOrigin, role)} />
      <Column>
        <PageHead kicker="Role" title={role.name} standfirst={role.summary} />
        <div className="no-print mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <ButtonLink href={`/assess/${slug}`}>Assess yourself</ButtonLink>
          <p className="text-small text-ink-soft">
            {fit ? (
              <>
                <strong className="text-ink tabular">{fit.percent}%</strong> of what the role asks, from your last
                ratings.
              </>
            ) : (
              `${role.skills.length} questions, about ${Math.ceil(role.skills.length * 0.8)} minutes, no account.`
            )}
          </p>
          <a href={`/roles/compare?a=${slug}` as Route} className="text-small text-accent underline underline-offset-4">
            Compare with another role
          </a>
        </div>
        <RoleLadder skills={role.skills} levels={levels} />
        <section aria-labelledby="guides" className="mt-16">
          <h2 id="guides" className="mb-4 text-h3">
            Guides to this role
          </h2>
          {guides.length > 0 ? (
            <GuideList guides={guides} />
          ) : (
            <p className="border-y border-line py-6 text-small text-ink-soft">
              None yet. The pages of its skills say how to get better at each.
            </p>
          )}
        </section>
      </Column>
    </Frame>
  )
}
