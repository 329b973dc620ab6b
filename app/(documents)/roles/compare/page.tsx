import type { Metadata, Route } from 'next'
import { permanentRedirect, redirect } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { CompareForm, compareAddress, PairList } from '#features/assessment/components/compare-form.tsx'
import { RoleComparisonView } from '#features/assessment/components/role-comparison-view.tsx'
import { alikePairs } from '#features/assessment/role-comparison.ts'
import { askedRole, comparisonView } from '#features/assessment/role-comparison-queries.ts'
import { currentPerson } from '#features/profile/person-queries.ts'
import { allRoles } from '#features/taxonomy/taxonomy-queries.ts'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { firstParam } from '#lib/params.ts'
import { Frame } from '../../../frame.tsx'

type Props = PageProps<'/roles/compare'>

/** How many pairs the page suggests. */
const pairsShown = 6

async function asked({ searchParams }: Props) {
  const query = await searchParams
  const [a, b] = await Promise.all([askedRole(firstParam(query.a)), askedRole(firstParam(query.b))])
  return { a, b, gone: query.gone !== undefined }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { a, b, gone } = await asked(props)
  if (!a?.role || !b?.role || a.role.id === b.role.id) {
    return {
      // What is wrong is said first to whoever hears the page.
      title: gone || (a?.role && b?.role) ? 'Choose another role to compare' : 'Compare two roles',
      description:
        'Two jobs side by side: which skills they share, which only one of them asks for, and at what level.',
      alternates: { canonical: '/roles/compare' },
    }
  }
  const [first, second] = [a.role, b.role].sort((one, two) => one.slug.localeCompare(two.slug))
  return {
    title: `${a.role.name} and ${b.role.name}, skill by skill`,
    description: `Which skills ${a.role.name} and ${b.role.name} share, and which only one of them asks for.`.slice(
      0,
      160,
    ),
    // The same two the other way round are the same page.
    alternates: { canonical: compareAddress(first?.slug ?? '', second?.slug ?? '') },
  }
}

export default async function ComparePage(props: Props) {
  const { a, b, gone } = await asked(props)
  insistOnAddress(a, b)
  const [person, roles] = await Promise.all([currentPerson(), allRoles()])
  const twice = a?.role && a.role.id === b?.role?.id ? a.role : null
  const [one, other] = [a?.role ?? null, twice ? null : (b?.role ?? null)]
  const view = one && other ? await comparisonView(one, other, person?.id ?? null) : null
  const alone = one ?? other
  const path = view ? compareAddress(view.a.role.slug, view.b.role.slug) : '/roles/compare'
  return (
    <Frame section="roles" path={path}>
      <Column wide>
        <PageHead
          kicker={view ? 'Two roles compared' : undefined}
          title={view ? `${view.a.role.name} and ${view.b.role.name}` : 'Compare two roles'}
          standfirst={
            view
              ? undefined
              : 'Choose two jobs and see, skill by skill, what they have in common, what only one of them asks for, and how far you are from each.'
          }
        />
        {view ? (
          <RoleComparisonView view={view} />
        ) : (
          <>
            <Trouble gone={gone} twice={twice} alone={alone} />
            <CompareForm roles={roles} a={one?.slug} b={other?.slug} />
            <PairList
              title={alone ? `Roles that share most with ${alone.name}` : 'Pairs that share most'}
              pairs={alikePairs(roles, pairsShown, alone?.slug)}
            />
          </>
        )}
        {view && (
          <section aria-labelledby="others" className="no-print mt-20">
            <h2 id="others" className="text-h3">
              Compare others
            </h2>
            <CompareForm roles={roles} a={view.a.role.slug} b={view.b.role.slug} />
          </section>
        )}
      </Column>
    </Frame>
  )
}

type Asked = Awaited<ReturnType<typeof askedRole>>

/**
 * A role that was renamed is shown at its address of today. One that there is not is dropped from the address, which says
 * so: otherwise each invented one would be a page of its own.
 */
function insistOnAddress(a: Asked, b: Asked): void {
  const both = Object.entries({ a, b }).flatMap(([name, each]) => (each ? [{ name, ...each }] : []))
  if (both.every(({ slug, role }) => slug === role?.slug)) return
  const known = both.flatMap(({ name, role }) => (role ? [[name, role.slug]] : []))
  if (known.length === both.length) permanentRedirect(`/roles/compare?${new URLSearchParams(known)}` as Route)
  redirect(`/roles/compare?${new URLSearchParams([...known, ['gone', 'yes']])}` as Route)
}

function Trouble({ gone, twice, alone }: { gone: boolean; twice: RoleView | null; alone: RoleView | null }) {
  const message = twice
    ? `You chose ${twice.name} twice. Choose another role to compare it with.`
    : gone && alone
      ? `One of the two roles is not on this site; perhaps it was taken off. ${alone.name} is kept: choose another one beside it.`
      : gone
        ? 'There are no such roles on this site; perhaps they were taken off. Choose two of these.'
        : alone && `Choose the role to compare ${alone.name} with.`
  return (
    message && (
      <p role={twice || gone ? 'alert' : undefined} className="mt-8 border-l-2 border-mark pl-4 font-semibold">
        {message}
      </p>
    )
  )
}
