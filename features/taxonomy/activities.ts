/*
 * What people do all day in a role, as this site tells it: for whoever looks for a role that suits them. A role names three
 * to six of them. The slugs stand in content files and in the addresses of answers: add to the list, and never rename.
 */

/** Each as the end of "You like"; without an "and" or a comma, since several of them stand in one sentence. */
export const activities = [
  { slug: 'fault-finding', text: 'finding out why something does not work' },
  { slug: 'building', text: 'making things that other people then use' },
  { slug: 'coding', text: 'telling a computer exactly what to do' },
  { slug: 'figures', text: 'working with figures until they add up' },
  { slug: 'patterns', text: 'looking for what a lot of facts have in common' },
  { slug: 'wording', text: 'finding words that everybody understands' },
  { slug: 'explaining', text: 'explaining something until it is understood' },
  { slug: 'caring', text: 'looking after people who need help' },
  { slug: 'meeting-people', text: 'talking with somebody new every day' },
  { slug: 'planning', text: 'keeping other people’s work on track' },
  { slug: 'handiwork', text: 'working with tools or machines rather than at a desk' },
  { slug: 'order', text: 'keeping things in good order' },
  { slug: 'designing', text: 'sketching how something could be easier to use' },
  { slug: 'asking', text: 'finding out what people really need' },
  { slug: 'machines', text: 'keeping computer systems running that others depend on' },
  { slug: 'guarding', text: 'thinking of what could go wrong before it does' },
] as const

const texts = new Map<string, string>(activities.map(({ slug, text }) => [slug, text]))

/** A role whose day holds one of these is about computers themselves, and not about something done with one. */
const computing = new Set(['coding', 'machines'])

export const isComputing = (slugs: readonly string[]): boolean => slugs.some((slug) => computing.has(slug))

export const isActivity = (slug: string): boolean => texts.has(slug)

/** "finding out why something does not work"; null for what was taken off the list since a role named it. */
export const activityText = (slug: string): string | null => texts.get(slug) ?? null

/** How many a role names, if it names any. */
export const fewestActivities = 3
export const mostActivities = 6
