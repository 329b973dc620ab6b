import type { DraftContent } from './draft-content.ts'
import type { Companion } from './presence-writes.ts'

/** A working copy as the editor's page gets it. */
export interface DraftSnapshot {
  version: number
  content: DraftContent
  /** ISO 8601, UTC. */
  savedAt: string
  /** Who saved it; null for the site itself. */
  savedBy: string | null
}

/** Answers of PUT /admin/guides/[id]/draft. */
export interface SaveAnswer {
  version: number
  savedAt: string
}

export interface ConflictAnswer {
  message: string
  current: DraftSnapshot
}

/** Answer of POST /admin/guides/[id]/presence. */
export interface PresenceAnswer {
  others: Companion[]
  version: number
}
