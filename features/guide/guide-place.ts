export interface GuidePlace {
  /** The slug of the guide. */
  guide: string
  /** The id of the heading or block that was meant. */
  anchor: string
}

/** The place in a guide that a path of this site names: what a guide's forms come back to. Null for any other path. */
export function guidePlace(path: string): GuidePlace | null {
  const [, guide, anchor] = /^\/guides\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\?[^#]*)?#(.{1,600})$/.exec(path) ?? []
  if (!guide || !anchor) return null
  try {
    return { guide, anchor: decodeURIComponent(anchor) }
  } catch {
    // Typed by hand: no heading has such an id.
    return null
  }
}
