import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { classes } from '#components/classes.ts'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { guideKinds } from '#db/schema/index.ts'
import { GuideList } from '#features/guide/components/guide-list.tsx'
import { guideKindNames } from '#features/guide/guide-kinds.ts'
import { type GuideCard, guideFilters, listGuides, listLimit } from '#features/guide/guide-queries.ts'
import { firstParam, wordParam } from '#lib/params.ts'
import { Frame } from '../../frame.tsx'

/** What the list is narrowed to, and the address of another choice. */
async function choiceOf(searchParams: PageProps<'/guides'>['searchParams']) {
  const query = await searchParams
  const filters = await guideFilters()
  const kind = wordParam(query.kind, guideKinds)
  const role = filters.roles.find(({ slug }) => slug === firstParam(query.role)) ?? null
  const address = (change: { kind?: string | null; role?: string | null }) => {
    const all = { kind, role: role?.slug ?? null, ...change }
    const given = new URLSearchParams(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : [])))
    return (given.size > 0 ? `/guides?${given}` : '/guides') as Route
  }
  return { query, filters, kind, role, address }
}

export async function generateMetadata({ searchParams }: PageProps<'/guides'>): Promise<Metadata> {
  const { kind, role, address } = await choiceOf(searchParams)
  const about = [kind ? guideKindNames[kind].many : 'Guides', role?.name].filter(Boolean).join(': ')
  return {
    title: about,
    description: 'Guides to jobs and skills in which every piece of advice is something you can do right there.',
    // Each choice is a list of its own.
    alternates: { canonical: address({}) },
  }
}

export default async function GuidesPage({ searchParams }: PageProps<'/guides'>) {
  const { query, filters, kind, role, address } = await choiceOf(searchParams)
  // A filter that means nothing is dropped from the address: otherwise each invented one would be a page of its own.
  if ((query.kind !== undefined && !kind) || (query.role !== undefined && !role)) redirect(address({}))
  const guides = await listGuides({ kind: kind ?? undefined, role: role?.slug })
  return (
    <Frame section="guides" path={address({})}>
      <Column>
        <PageHead
          title="Guides"
          standfirst="What a job asks for, what a skill looks like at each level, and how to get there. Rate yourself as you read."
        />
        <div className="mt-10 grid gap-5">
          <Filter label="What are you looking for?">
            <Chip href={address({ kind: null })} current={!kind}>
              Everything
            </Chip>
            {guideKinds
              .filter((own) => filters.kinds.includes(own))
              .map((own) => (
                <Chip key={own} href={address({ kind: own })} current={own === kind}>
                  {guideKindNames[own].many}
                </Chip>
              ))}
          </Filter>
          <details open={role !== null} className="group">
            <summary className="inline-flex min-h-9 list-none items-center gap-2 text-small font-semibold hover:text-accent">
              For one role
              <span aria-hidden="true" className="text-accent transition-transform group-open:rotate-180">
                ↓
              </span>
            </summary>
            <Filter label="For one role" hideLabel>
              <Chip href={address({ role: null })} current={!role}>
                Any
              </Chip>
              {filters.roles.map((own) => (
                <Chip key={own.slug} href={address({ role: own.slug })} current={own.slug === role?.slug}>
                  {own.name}
                </Chip>
              ))}
            </Filter>
          </details>
        </div>
        <section aria-label="Guides found" className="mt-10">
          {guides.length > 0 ? (
            <>
              {kind ? <GuideList guides={guides} headings="h2" /> : <ByKind guides={guides} />}
              {guides.length === listLimit && (
                <p className="mt-4 text-small text-ink-soft">
                  These are the first {listLimit} by title.{' '}
                  <a href="/search" className="text-accent underline underline-offset-4">
                    Search
                  </a>{' '}
                  finds every one.
                </p>
              )}
            </>
          ) : (
            <p className="border-y border-line py-8">
              No guide fits both choices yet.{' '}
              <a href="/guides" className="text-accent underline underline-offset-4">
                Show all guides
              </a>
            </p>
          )}
        </section>
      </Column>
    </Frame>
  )
}

function ByKind({ guides }: { guides: readonly GuideCard[] }) {
  const groups = Map.groupBy(guides, (guide) => guide.kind)
  return guideKinds.map((kind) => {
    const ofKind = groups.get(kind)
    if (!ofKind) return null
    return (
      <section key={kind} aria-labelledby={kind} className="mt-14 first:mt-0">
        <h2 id={kind} className="mb-4 text-h2">
          {guideKindNames[kind].many}
        </h2>
        <GuideList guides={ofKind} />
      </section>
    )
  })
}

interface FilterProps {
  label: string
  /** Where what it is for is said already. */
  hideLabel?: boolean
  children: React.ReactNode
}

function Filter({ label, hideLabel = false, children }: FilterProps) {
  return (
    <nav aria-label={label}>
      {!hideLabel && <p className="text-small font-semibold">{label}</p>}
      <ul className="mt-1.5 flex flex-wrap gap-2">{children}</ul>
    </nav>
  )
}

function Chip({ href, current, children }: { href: Route; current: boolean; children: React.ReactNode }) {
  return (
    <li>
      <a
        href={href}
        aria-current={current ? 'true' : undefined}
        className={classes(
          'inline-flex min-h-9 items-center rounded-full border px-3.5 text-small no-underline',
          current ? 'border-ink bg-ink text-surface' : 'border-line text-ink hover:border-accent hover:text-accent',
        )}
      >
        {children}
      </a>
    </li>
  )
}
