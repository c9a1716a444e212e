import { formatNumber } from '../numbers/formatNumber.ts'
import { spelledDay } from '../periods/dates.ts'
import { periodTitle, periodYear } from '../periods/period.ts'
import { reportTypeOf } from '../reportTypes.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import { type LeaderData, type LeaderSubject, leaderForms, noCoverage, type Punctuality } from './LeaderData.ts'
import { text } from './pieces.ts'
import type { Sentence } from './Sentence.ts'

type Told = Exclude<LeaderSubject, 'macro'>
const names: Record<Told, string> = {
  spm: 'SPM',
  lppd: 'LPPD',
  sakip: 'evaluasi SAKIP',
  lkpj: 'LKPJ',
}

/** Of a form of which no figure can be said: what was submitted nevertheless, and what comes when. */
export function nothingYet({ year, punctuality }: LeaderData, of: Told): Sentence {
  const form = leaderForms[of]
  const own = punctuality.filter(one => one.form === form && periodYear(one.period) <= year)
  const sent = own.filter(one => one.submitted > 0 && periodYear(one.period) >= year - 1).at(-1)
  const waited = own.filter(one => one.submitted === 0 && one.period > (sent?.period ?? ''))
  const next = waited.find(one => periodYear(one.period) === year) ?? (sent ? undefined : waited.at(-1))
  const words = [
    sent ? `Belum ada angka ${names[of]}. ${sentWords(sent, of)}` : `Belum ada laporan ${names[of]} yang masuk.`,
    next && `${periodTitle(next.period)} ditunggu paling lambat ${spelledDay(next.due)}.`,
    own.every(one => periodYear(one.period) < year) && !next && `Kewajiban lapor tahun ${year} belum dibuat.`,
  ]
  const shown = sent ?? next
  return {
    id: of,
    reportType: reportTypeOf(form),
    text: [text(words.filter(Boolean).join(' '))],
    coverage: shown ? { ...noCoverage, owed: shown.owed } : noCoverage,
    covers: 'laporan',
    standing: 'incomplete',
    to: shown ? { page: 'reports', year: periodYear(shown.period), form, period: shown.period } : null,
    why: null,
  }
}

/** After the figure of an earlier period: what was submitted of a newer one, and why it has none yet; '' where nothing was. */
export function newerWords({ year, punctuality }: LeaderData, of: Told, said: PeriodKey): string {
  const newer = punctuality
    .filter(({ form, period, submitted }) => form === leaderForms[of] && period > said && submitted > 0)
    .filter(({ period }) => periodYear(period) <= year)
    .at(-1)
  return newer ? ` ${sentWords(newer, of)}` : ''
}

/** `Tahun 2026: 30 dari 49 laporan sudah dikirim, belum ada yang selesai dinilai.` */
function sentWords({ period, owed, submitted, approved }: Punctuality, of: Told): string {
  const why =
    approved > 0
      ? 'angkanya belum dapat dihitung'
      : `belum ada yang ${of === 'sakip' ? 'selesai dinilai' : 'disetujui'}`
  const [sent, all] = [submitted, owed].map(n => formatNumber(String(n)))
  return `${periodTitle(period)}: ${sent} dari ${all} laporan sudah dikirim, ${why}.`
}
