import { stripVTControlCharacters } from 'node:util'

/** The part of a logger that is needed here. */
interface Log {
  warn(fields: object, message: string): void
}

/**
 * Sends what the framework prints by itself into the log, so that the log stays one JSON object a line. The faults of
 * pages are there already, with their reference; what only the framework knows of, such as a form of an older build, is not.
 * @returns what undoes it
 */
export function logConsole(log: Log): () => void {
  const before = { error: console.error, warn: console.warn }
  const tell = (...parts: unknown[]) => {
    const err = parts.find((part) => part instanceof Error)
    const text = parts
      .filter((part) => part !== err)
      .map(String)
      .join(' ')
    log.warn({ from: 'console', ...(err && { err }) }, stripVTControlCharacters(text).trim())
  }
  Object.assign(console, { error: tell, warn: tell })
  return () => Object.assign(console, before)
}
