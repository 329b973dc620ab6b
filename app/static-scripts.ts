import { versioned } from '#lib/static-scripts.ts'

/** The documents' script. */
export const enhanceSource = versioned('enhance.js')

/** What suggests while somebody types into a search box; fetched when they go there. */
export const searchSource = versioned('search.js')
