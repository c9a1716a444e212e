import { expect, it } from 'vitest'
import type { FormId } from '../reportTypes.ts'
import { overviewTotals } from './overviewTotals.ts'
import type { ReportStatus } from './statuses.ts'

const now = new Date('2026-11-24T00:00:00Z')
const owed = (form: FormId, status: ReportStatus, more: { number?: number; dueAt?: Date } = {}) => ({
  form,
  status,
  number: 1,
  dueAt: null,
  returnDueAt: null,
  submittedAt: null,
  firstAt: null,
  ...more,
})

it('counts what is owed by report type', () => {
  const dueAt = new Date('2026-10-20T00:00:00Z')
  expect(
    overviewTotals(
      [
        owed('spm/triwulan', 'not-begun', { dueAt }),
        owed('spm/triwulan', 'draft'),
        owed('spm/triwulan', 'in-review'),
        owed('lkpj/apbd', 'approved'),
        owed('lkpj/apbd', 'draft', { number: 2 }),
      ],
      now,
    ),
  ).toEqual([
    { reportType: 'spm', all: 3, begun: 2, submitted: 1, approved: 0, late: 1 },
    { reportType: 'lkpj', all: 2, begun: 2, submitted: 2, approved: 2, late: 0 },
  ])
})
