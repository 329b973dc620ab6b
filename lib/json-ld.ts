/** A thing as search engines read about it (schema.org), or a list of them. */
export type Thing = { '@type': string } & Record<string, unknown>

/** How the site calls itself. */
export const siteName = 'Guidepost'

/**
 * Data as it stands in a script element. Without a `<` nothing in it can end the element or begin a comment, whatever a
 * title says.
 */
export function scriptJson(things: readonly Thing[]): string {
  const data = { '@context': 'https://schema.org', '@graph': things }
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Who publishes what stands here. */
export const organisation = (origin: string): Thing => ({
  '@type': 'Organization',
  '@id': `${origin}/#organisation`,
  name: siteName,
  url: `${origin}/`,
  logo: `${origin}/icon.svg`,
})

/** The site itself, and that it can be searched. */
export const webSite = (origin: string, description: string): Thing => ({
  '@type': 'WebSite',
  '@id': `${origin}/#site`,
  name: siteName,
  url: `${origin}/`,
  description,
  inLanguage: 'en-GB',
  publisher: { '@id': `${origin}/#organisation` },
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${origin}/search?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
})

/** Where a page stands: the pages above it, from the home page down, and itself. */
export const breadcrumbs = (origin: string, trail: readonly { name: string; path: string }[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: siteName, path: '/' }, ...trail].map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: origin + path,
  })),
})
