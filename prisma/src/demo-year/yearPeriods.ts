import type { FormId, PeriodKey } from '@sepakat/rules'
import { wita } from './workTime.ts'

export interface YearPeriod {
  form: FormId
  key: PeriodKey
  opensAt: Date
  dueAt: Date
  closesAt: Date
}

/** The periods of a year with the deadlines that a regency sets: quarters by the 20th after them, reports on the year by February's end. */
export const yearPeriods = (year: number): YearPeriod[] => {
  const yearly = (form: FormId, [opensAt, dueAt, closesAt]: [Date, Date, Date]) => ({
    form,
    key: `${year}`,
    opensAt,
    dueAt,
    closesAt,
  })
  const planning: [Date, Date] = [wita(year - 1, 12, 1), wita(year + 1, 2, 28, true)]
  const reporting: [Date, Date, Date] = [wita(year, 1, 2), wita(year + 1, 2, 28, true), wita(year + 1, 3, 31, true)]
  return [
    ...([1, 2, 3, 4] as const).flatMap(q =>
      (['spm/triwulan', 'sakip/pengukuran-triwulan'] as const).map(form => ({
        ...{ form, key: `${year}-TW${q}`, opensAt: wita(year, q * 3 - 2, 1) },
        ...{ dueAt: wita(year, q * 3 + 1, 20, true), closesAt: wita(year + 1, 2, 28, true) },
      })),
    ),
    yearly('sakip/indikator', [planning[0], wita(year, 1, 31, true), planning[1]]),
    yearly('sakip/perjanjian-kinerja', [planning[0], wita(year, 2, 28, true), planning[1]]),
    yearly('lkpj/rekomendasi', [wita(year, 4, 1), wita(year, 5, 29, true), wita(year, 12, 31, true)]),
    // after what the council recommended, which it answers
    yearly('lkpj/tahunan', [wita(year, 7, 1), reporting[1], reporting[2]]),
    yearly('sakip/evaluasi', [wita(year, 1, 2), wita(year + 1, 3, 31, true), wita(year + 1, 6, 30, true)]),
    ...(['sakip/lkjip', 'lppd/tahunan', 'lppd/makro', 'lkpj/apbd'] as const).map(form => yearly(form, reporting)),
  ]
}
