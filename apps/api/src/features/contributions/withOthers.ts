import { type Status, statusLabels } from '@sepakat/rules'
import { type ProblemError, problem } from '#http/problem.ts'

/** Parts are handed out, done and taken back while the report is open with its office. */
export const withOthers = (status: Status): ProblemError =>
  problem('wrong-status', {
    detail: `Bagian laporan diserahkan selama laporan ada pada perangkat daerah. Laporan ini sedang berstatus "${statusLabels[status]}".`,
  })
