import { spelledDay } from '../periods/dates.ts'
import { periodTitle, periodYear } from '../periods/period.ts'
import { reportTypeOf } from '../reportTypes.ts'
import { type LeaderData, type LeaderSubject, leaderForms, noCoverage } from './LeaderData.ts'
import { text } from './pieces.ts'
import type { Sentence } from './Sentence.ts'

const names: Record<Exclude<LeaderSubject, 'macro'>, string> = {
  spm: 'SPM',
  lppd: 'LPPD',
  sakip: 'evaluasi SAKIP',
  lkpj: 'LKPJ',
}

/** Of a form of which nothing is in: that it is so, and what comes when. */
export function nothingYet({ year, punctuality }: LeaderData, of: keyof typeof names): Sentence {
  const form = leaderForms[of]
  const own = punctuality.filter(one => one.form === form && periodYear(one.period) <= year && one.submitted === 0)
  const next = own.find(one => periodYear(one.period) === year) ?? own.at(-1)
  const when = next
    ? `${periodTitle(next.period)} ditunggu paling lambat ${spelledDay(next.due)}.`
    : `Kewajiban lapor tahun ${year} belum dibuat.`
  return {
    id: of,
    reportType: reportTypeOf(form),
    text: [text(`Belum ada laporan ${names[of]} yang masuk. ${when}`)],
    coverage: next ? { ...noCoverage, owed: next.owed } : noCoverage,
    covers: 'laporan',
    standing: 'incomplete',
    to: next ? { page: 'reports', year: periodYear(next.period), form, period: next.period } : null,
    why: null,
  }
}
