import type { Route } from 'next'
import { Moment } from '#components/ui/moment.tsx'
import { formatDay } from '#lib/format.ts'
import { type Attention, reviewMonths } from '../attention-queries.ts'

/** What waits for somebody who keeps the site: one list, the most pressing first. */
export function AttentionList({ attention }: { attention: Attention }) {
  const { problems, reviews, due, scheduled, unfinished } = attention
  const groups = [
    {
      title: 'Could not be published on time',
      items: problems.map(({ id, title, problem }) => ({ key: id, href: editor(id), title, note: problem })),
    },
    {
      title: 'Waiting for a review',
      more: reviews.count - reviews.guides.length,
      moreHref: '/admin/guides?status=review',
      items: reviews.guides.map(({ id, title, updatedAt }) => ({
        key: id,
        href: editor(id),
        title,
        note: (
          <>
            since <Moment at={updatedAt.toISOString()} />
          </>
        ),
      })),
    },
    {
      title: `Last reviewed over ${reviewMonths} months ago`,
      more: due.count - due.guides.length,
      moreHref: '/admin/guides?due=yes',
      items: due.guides.map(({ id, title, reviewedOn }) => ({
        key: id,
        href: editor(id),
        title,
        note: reviewedOn === '' ? 'never' : formatDay(reviewedOn),
      })),
    },
    {
      title: 'Skills begun and not finished',
      items: unfinished.map(({ id, name }) => ({
        key: id,
        href: `/admin/skills/${id}`,
        title: name,
        note: null,
      })),
    },
    {
      title: 'Published next, by themselves',
      items: scheduled.map(({ id, title, at }) => ({
        key: id,
        href: editor(id),
        title,
        note: at && <Moment at={at.toISOString()} withTime />,
      })),
    },
  ].filter(({ items }) => items.length > 0)
  if (groups.length === 0) {
    return (
      <p className="mt-3 max-w-[42rem] text-ink-soft">
        Nothing waits for you. Here you will find guides that were submitted for review, those that nobody has read
        again for a year, and what is to be published next.
      </p>
    )
  }
  return (
    <div className="mt-4 grid gap-x-14 gap-y-7 desktop:grid-cols-2">
      {groups.map(({ title, items, more = 0, moreHref }) => (
        <section key={title} aria-label={title}>
          <h3 className="font-sans text-small font-semibold tracking-normal">{title}</h3>
          <ul className="mt-1 border-t border-line">
            {items.map((item) => (
              <li key={item.key} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2">
                <a href={item.href as Route} className="text-accent underline-offset-4 hover:underline">
                  {item.title}
                </a>
                <span className="text-ink-soft">{item.note}</span>
              </li>
            ))}
          </ul>
          {more > 0 && moreHref && (
            <p className="mt-2">
              <a href={moreHref as Route} className="text-accent underline underline-offset-4">
                And {more.toLocaleString('en-GB')} more
              </a>
            </p>
          )}
        </section>
      ))}
    </div>
  )
}

const editor = (id: string): string => `/admin/guides/${id}`
