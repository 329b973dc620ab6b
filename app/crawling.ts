/** The documents with one address each, in the order of the sitemap. What somebody searched for is none of them. */
export const fixedDocuments = [
  ...['/', '/guides', '/skills', '/roles', '/assess', '/which-role', '/roles/compare'],
  ...['/about', '/privacy', '/accessibility'],
] as const

/** Where crawlers find nothing to read: people's own pages, the keepers' pages, and what only forms and scripts ask. */
export const notForCrawlers = [
  ...['/account', '/admin', '/assess/', '/join/', '/me', '/recover', '/results/', '/setup/', '/sign-in', '/sign-up'],
  ...['/preview/', '/search/suggest', '/which-role/questions?'],
] as const
