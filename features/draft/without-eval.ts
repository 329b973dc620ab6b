import { config } from 'zod'

// Imported before the first schema is made: Zod would try whether it may make code of text, and the content policy of the
// pages reports that.
config({ jitless: true })
