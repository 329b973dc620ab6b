/**
 * Where a line of a body is, as an editor would say it: the last heading or named block at or above it.
 * @param line from 1
 * @returns null above the first of them
 */
export function placeInText(body: string, line: number): string | null {
  const above = body.split('\n').slice(0, line)
  for (const text of above.reverse()) {
    const name = /^#{2,4}\s+(.+?)\s*$/.exec(text)?.[1] ?? /^:{3,}[a-z-]+\[(.+?)\]/.exec(text)?.[1]
    if (name) return name.replaceAll(/[*_`]/g, '')
  }
  return null
}
