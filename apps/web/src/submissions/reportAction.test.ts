import { describe, expect, it } from 'vitest'
import type { ReportLine } from '#sync/apiTypes.ts'
import { asCreatedHere, reportAction } from './reportAction.ts'
import { reportName } from './reportName.ts'

const now = Date.parse('2026-04-01T00:00:00Z')
const line = (more: Partial<ReportLine>) =>
  ({
    submission: 's',
    obligation: 'o',
    status: 'draft',
    opensAt: '2026-01-01T00:00:00Z',
    closesAt: null,
    ...more,
  }) as ReportLine
const operator = ['submission.read', 'submission.write', 'submission.submit']
const verifier = ['submission.read', 'submission.review']
const head = ['submission.read', 'submission.sign']
const leader = ['submission.read']

describe('reportAction', () => {
  it.each([
    ['operator', operator, line({}), 'Lanjutkan', '/laporan/s'],
    ['operator', operator, line({ status: 'returned' }), 'Perbaiki', '/laporan/s'],
    ['operator', operator, line({ status: 'in-review' }), 'Lihat', '/laporan/s'],
    ['verifier', verifier, line({ status: 'submitted' }), 'Periksa', '/periksa/s'],
    ['verifier', verifier, line({ status: 'approved' }), 'Lihat', '/periksa/s'],
    ['verifier', verifier, line({}), 'Lihat', '/laporan/s/riwayat'],
    ['head', head, line({ status: 'signing' }), 'Baca dan tanda tangani', '/periksa/s'],
    ['leader', leader, line({ status: 'submitted' }), 'Lihat', '/periksa/s'],
    ['leader', leader, line({}), 'Lihat', '/laporan/s/riwayat'],
  ])('%s', (_, permissions, report, label, to) =>
    expect(reportAction(report, permissions, now)).toMatchObject({ label, to }),
  )

  const notCreated = { submission: null, status: 'not-begun' } as const
  it('lets an operator create a report whose period is open', () =>
    expect(reportAction(line(notCreated), operator, now)).toEqual({ label: 'Mulai', primary: true, begin: 'o' }))
  it('continues one that was created on this device', () => {
    const here = asCreatedHere(line(notCreated), new Set(['o']))
    expect(reportAction(here, operator, now)).toEqual({ label: 'Lanjutkan', primary: true, to: '/laporan/o' })
    const approved = line({ status: 'approved' })
    expect(asCreatedHere(approved, new Set(['o']))).toBe(approved)
  })
  it('does not create one that opens later', () =>
    expect(reportAction(line({ ...notCreated, opensAt: '2026-07-01T00:00:00Z' }), operator, now)).toBeNull())
  it('does not create one that needs another first', () => {
    const prerequisites = [{ form: 'lkpj/karangan', status: 'draft' }] as ReportLine['prerequisites']
    expect(reportAction(line({ ...notCreated, prerequisites }), operator, now)).toBeNull()
    expect(reportAction(line({ prerequisites }), operator, now)).toMatchObject({ label: 'Lanjutkan' })
  })
  it('does not create one that is closed', () =>
    expect(reportAction(line({ ...notCreated, closesAt: '2026-03-31T00:00:00Z' }), operator, now)).toBeNull())
  it('offers a verifier no action on a report that was not created', () =>
    expect(reportAction(line(notCreated), verifier, now)).toBeNull())
})

describe('reportName', () => {
  const named = (title: string, number: number) =>
    reportName({ form: 'spm/triwulan', title, periodTitle: 'Triwulan I 2026', number })
  it('names the kind of report once', () => {
    expect(named('Laporan penerapan SPM', 1)).toBe('Laporan penerapan SPM, Triwulan I 2026')
    expect(named('Laporan', 1)).toBe('SPM · Laporan, Triwulan I 2026')
  })
  it('counts changes from the second', () => expect(named('SPM', 3)).toBe('SPM, Triwulan I 2026, perubahan ke-2'))
})
