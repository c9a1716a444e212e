import { named, type OpenReopenRequest } from '@sepakat/db'
import { listedReport } from '#submissions/reportView.ts'

export const reopenRequestView = (row: OpenReopenRequest) => ({
  id: row.id,
  ...listedReport(row),
  reason: row.reason,
  changes: row.changes,
  by: named(row.by, row.byRow),
  at: row.at.toISOString(),
})
