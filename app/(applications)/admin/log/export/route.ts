import { exportFormats, exportStream, exportTypes } from '#features/account/audit-export.ts'
import { auditQuery, readAuditFilter } from '#features/account/audit-filter.ts'
import { auditRecords, placeOf } from '#features/account/audit-queries.ts'
import { recordAuditExport } from '#features/account/audit-writes.ts'
import { securityEvent } from '#features/account/security-log.ts'
import { StaffRefusal, staffHandler } from '#features/account/staff.ts'
import { wordParam } from '#lib/params.ts'

const batchSize = 1000

/** The log as a file, with the same filter as the page. */
export const GET = staffHandler('audit.read', async (request, user) => {
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const format = wordParam(params.format, exportFormats)
  if (!format) throw new StaffRefusal(400, 'Say as what: format=csv or format=jsonl.')
  const filter = { ...readAuditFilter(params), before: null }
  await recordAuditExport(user.id, format, auditQuery(filter))
  await securityEvent('audit-exported', { userId: user.id })
  const stream = exportStream(format, (last) => auditRecords({ ...filter, before: placeOf(last) }, batchSize))
  return new Response(stream, {
    headers: {
      'Content-Type': exportTypes[format],
      'Content-Disposition': `attachment; filename="guidepost-log-${new Date().toISOString().slice(0, 10)}.${format}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
})
