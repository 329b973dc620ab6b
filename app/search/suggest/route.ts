import { suggestions } from '#features/search/suggest-handler.ts'

/** What public/search.js asks while somebody types. */
export const GET = suggestions
