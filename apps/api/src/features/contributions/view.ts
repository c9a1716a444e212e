import type { HandedPart } from '@sepakat/db'
import { listedReport } from '#submissions/reportView.ts'

export const handedPartView = (row: HandedPart) => ({
  id: row.id,
  ...listedReport(row),
  dueAt: row.dueAt.toISOString(),
  status: row.status,
  note: row.note,
  at: row.at.toISOString(),
})
