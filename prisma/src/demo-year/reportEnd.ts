import { type FormId, type PeriodKey, parsePeriod } from '@sepakat/rules'
import { draw } from './draw.ts'
import type { Ask } from './YearOffice.ts'

export interface OwedReport {
  obligation: string
  form: FormId
  period: PeriodKey
  opensAt: Date
  dueAt: Date
}
/** How far a report comes, whatever time there is. */
export type ReportEnd = 'none' | 'draft' | 'submitted' | 'in-review' | 'returned' | 'approved'

/** What others of the office are built on, and what the whole region reads, is always submitted. */
const needed: FormId[] = ['sakip/indikator', 'sakip/perjanjian-kinerja', 'lkpj/rekomendasi', 'lkpj/apbd', 'lppd/makro']

/** In thousandths, of reports due so many days ago: the fewer days, the more are still under way. */
const unfinished: [days: number, Record<Exclude<ReportEnd, 'approved'>, number>][] = [
  [75, { none: 50, draft: 80, submitted: 120, 'in-review': 90, returned: 90 }],
  [240, { none: 12, draft: 18, submitted: 20, 'in-review': 20, returned: 30 }],
  [Number.POSITIVE_INFINITY, { none: 8, draft: 12, submitted: 10, 'in-review': 12, returned: 18 }],
]
const dayMs = 86_400_000

/** What the pages of the demo accounts always show: in the quarter that is over, one report returned and one that waits for review. */
const shown: Record<string, ReportEnd> = { dinkes: 'returned', dsp3a: 'submitted' }
const isLastQuarter = ({ form, period, dueAt }: OwedReport, now: Date): boolean => {
  const days = (now.getTime() - dueAt.getTime()) / dayMs
  return form === 'spm/triwulan' && parsePeriod(period).quarter !== null && days > 0 && days <= 92
}

export const reportEnd = (report: OwedReport, { seed, office }: Ask, now: Date): ReportEnd => {
  const { form, period, dueAt } = report
  const days = (now.getTime() - dueAt.getTime()) / dayMs
  const told = shown[office.code]
  if (told !== undefined && (days > 92 || form === 'spm/triwulan'))
    return isLastQuarter(report, now) ? told : 'approved'
  const shares = Object.entries(unfinished.find(([most]) => days <= most)![1]) as [ReportEnd, number][]
  let left = draw(seed, office.code, form, period, 'end') % 1000
  for (const [end, share] of shares) {
    if (left < share) return needed.includes(form) && (end === 'none' || end === 'draft') ? 'submitted' : end
    left -= share
  }
  return 'approved'
}
