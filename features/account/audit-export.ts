import type { AuditRecord } from './audit-queries.ts'

export const exportFormats = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/x-ndjson; charset=utf-8',
}

const columns = ['at', 'actor', 'event', 'subject', 'subjectId', 'label', 'detail'] as const

/** What stands before the first entry. Spreadsheets take a file for UTF-8 by the mark at its start only. */
export const exportHead: Record<ExportFormat, string> = { csv: `\uFEFF${columns.join(',')}\r\n`, jsonl: '' }

/** An entry as a line of the file. Accounts stand there by their ids, as in the log itself. */
export function exportLine(format: ExportFormat, record: AuditRecord): string {
  const { id, at, actorId, event, subject, subjectId, label, detail } = record
  if (format === 'jsonl') {
    return `${JSON.stringify({ id, at: at.toISOString(), actor: actorId, event, subject, subjectId, label, detail })}\n`
  }
  const cells = [at.toISOString(), actorId ?? '', event, subject, subjectId, label, JSON.stringify(detail)]
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** RFC 4180. A spreadsheet would run what begins like a formula, so that gets an apostrophe before it. */
export function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/**
 * The file as it is sent: a batch of entries each time the reader has taken the one before.
 * @param batch the entries that come after those it was given, none at the end
 */
export function exportStream(
  format: ExportFormat,
  batch: (last: readonly AuditRecord[]) => Promise<AuditRecord[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let last: AuditRecord[] = []
  return new ReadableStream({
    start: (controller) => {
      if (exportHead[format]) controller.enqueue(encoder.encode(exportHead[format]))
    },
    pull: async (controller) => {
      last = await batch(last)
      if (last.length === 0) controller.close()
      else controller.enqueue(encoder.encode(last.map((record) => exportLine(format, record)).join('')))
    },
  })
}
