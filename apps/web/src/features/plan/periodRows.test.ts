import { describe, expect, it } from 'vitest'
import { missingPeriods } from '#submissions/missingPeriods.ts'
import { wrongFields } from '#testing/wrongFields.ts'
import {
  changedRows,
  dateFieldOf,
  type PeriodRow,
  periodsBody,
  proposedPeriods,
  rowOf,
  unreadDays,
  usualDates,
  yearsLater,
} from './periodRows.ts'
import type { Period } from './queries.ts'

const zone = 'Asia/Makassar'
/** What is wrong, by row and date. */
const wrong = async (rows: PeriodRow[]) => {
  const body = periodsBody(rows, zone)
  const unread = Object.keys(unreadDays(rows)).filter(field => unreadDays(rows)[field])
  const judged = Object.keys(await wrongFields('PUT /periods', body)).map(field => dateFieldOf(field, body))
  return [...new Set([...judged, ...unread])].sort()
}
const quarterly = { form: 'spm/triwulan', period: 'quarter' as const }
const yearly = { form: 'lkpj/tahunan', period: 'year' as const }
const period = (form: string, key: string, more: Partial<Period> = {}): Period => ({
  form,
  key,
  title: key,
  opensAt: '2025-12-31T16:00:00.000Z', // 1 January in the region's zone
  dueAt: '2026-04-20T08:00:00.000Z', // 16.00, not the end of the day
  closesAt: '2026-06-30T15:59:59.000Z',
  practice: key.endsWith('latihan'),
  ...more,
})

describe('what a year lacks', () => {
  it('is a quarter each or the year, by the kind of form', () => {
    expect(missingPeriods([quarterly, yearly], [], 2027).map(one => one.key)).toEqual([
      '2027-TW1',
      '2027-TW2',
      '2027-TW3',
      '2027-TW4',
      '2027',
    ])
    expect(missingPeriods([yearly], [period('lkpj/tahunan', '2027')], 2027)).toEqual([])
  })
  it('is not filled by a practice period', () =>
    expect(missingPeriods([yearly], [period('lkpj/tahunan', '2027-latihan')], 2027)).toHaveLength(1))
})

describe('proposed dates', () => {
  it('are those of the latest earlier year, shifted', () => {
    const old = period('spm/triwulan', '2024-TW1')
    const [first] = proposedPeriods([quarterly], [old, period('spm/triwulan', '2026-TW1')], 2027, zone)
    expect(first).toEqual({
      form: 'spm/triwulan',
      key: '2027-TW1',
      opens: '2027-01-01',
      due: '2027-04-20',
      closes: '2027-06-30',
      copiedFrom: 2026,
    })
  })
  it('are the defaults where there is no earlier year', () => {
    const rows = proposedPeriods([quarterly, yearly], [], 2027, zone)
    expect(rows.map(row => row.due)).toEqual(['2027-04-20', '2027-07-20', '2027-10-20', '2028-01-20', '2028-03-31'])
    expect(usualDates('2027-TW4')).toEqual({ opens: '2027-10-01', due: '2028-01-20', closes: '2028-03-31' })
    expect(rows.every(row => row.copiedFrom === undefined)).toBe(true)
  })
  it('have no errors', async () =>
    expect(await wrong(proposedPeriods([quarterly, yearly], [], 2027, zone))).toEqual([]))
  it('handle leap years', () => {
    expect(yearsLater('2028-02-29', 1)).toBe('2029-02-28')
    expect(yearsLater('2028-02-29', 4)).toBe('2032-02-29')
    expect(yearsLater('2027-02-28', 1)).toBe('2028-02-28')
  })
})

describe('what is sent', () => {
  const saved = period('spm/triwulan', '2026-TW1')
  const row = rowOf(saved, zone)
  it('is only what changed or is new', () => {
    const fresh: PeriodRow = { form: 'spm/triwulan', key: '2026-TW2', ...usualDates('2026-TW2') }
    expect(changedRows([row, fresh, { ...row, key: 'x', due: '2026-04-25' }], zone).map(one => one.key)).toEqual([
      '2026-TW2',
      'x',
    ])
  })
  it('keeps the time of an unchanged day, and ends a new deadline with its day', () => {
    expect(periodsBody([{ ...row, closes: '2026-07-31' }], zone).periods[0]).toEqual({
      form: 'spm/triwulan',
      key: '2026-TW1',
      opensAt: saved.opensAt,
      dueAt: saved.dueAt,
      closesAt: '2026-07-31T15:59:59.000Z',
    })
  })
})

it('reports dates out of order and unparseable dates by their row', async () => {
  const row: PeriodRow = { form: 'spm/triwulan', key: '2026-TW1', opens: '2026-05-01', due: '2026-04-20', closes: null }
  const other = { ...row, key: '2026-TW2', opens: '2026-01-01', closes: '2026-04-30' }
  expect(await wrong([other, row])).toEqual(['spm/triwulan 2026-TW1 closes', 'spm/triwulan 2026-TW1 due'])
  expect(await wrong([{ ...other, closes: '2026-04-01' }])).toEqual(['spm/triwulan 2026-TW2 due'])
})
