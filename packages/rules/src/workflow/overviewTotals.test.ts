import { expect, it } from 'vitest'
import type { FormId } from '../reportTypes.ts'
import { type OwedCount, overviewTotals } from './overviewTotals.ts'
import type { ReportStatus } from './statuses.ts'

const owed = (form: FormId, status: ReportStatus, more: Partial<OwedCount> = {}): OwedCount => ({
  form,
  status,
  again: false,
  late: false,
  count: 1,
  ...more,
})

it('counts what is owed by report type', () => {
  expect(
    overviewTotals([
      owed('spm/triwulan', 'not-begun', { late: true, count: 3 }),
      owed('spm/triwulan', 'draft'),
      owed('spm/triwulan', 'in-review', { count: 2 }),
      owed('lkpj/apbd', 'approved'),
      owed('lkpj/apbd', 'draft', { again: true }),
    ]),
  ).toEqual([
    { reportType: 'spm', all: 6, begun: 3, submitted: 2, approved: 0, late: 3 },
    { reportType: 'lkpj', all: 2, begun: 2, submitted: 2, approved: 2, late: 0 },
  ])
})
