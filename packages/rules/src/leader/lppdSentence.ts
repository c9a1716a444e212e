import { standingOf } from '../form/coverage.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { periodTitle, periodYear } from '../periods/period.ts'
import { changeOf, comparedIndicators } from './comparedIndicators.ts'
import type { LeaderData, LeaderReport } from './LeaderData.ts'
import { newerWords, nothingYet } from './nothingYet.ts'
import { type Covered, counted, coverageWords, text } from './pieces.ts'
import { recapFigures } from './recapFigures.ts'
import type { Sentence, SentencePiece } from './Sentence.ts'

/** How the key indicators went since last year, how many indicators with a target reached it, and the macro indicators. */
export function lppdSentence(data: LeaderData): Sentence {
  const { now, before } = data.reports.lppd
  const all = now && recapFigures(now)
  if (!all || all.covered.coverage.reported === 0) return nothingYet(data, 'lppd')
  const { form, period } = all.report
  const year = periodYear(period)
  const compared = comparedIndicators(all, before)
  const count = (change: 'better' | 'same' | 'worse') =>
    counted(compared.filter(one => one.change === change).length, all.covered)
  const comparable = compared.filter(({ change }) => change !== null).length
  return {
    id: 'lppd',
    reportType: 'lppd',
    text: [
      ...(comparable === 0
        ? [text(`Indikator kinerja kunci LPPD ${year} belum dapat dibandingkan dengan tahun ${year - 1}`)]
        : [
            text('Dari '),
            counted(comparable, all.covered),
            text(` indikator kinerja kunci LPPD ${year} yang dapat dibandingkan dengan tahun ${year - 1}, `),
            count('better'),
            text(' membaik, '),
            count('worse'),
            text(' memburuk, dan '),
            count('same'),
            text(' tetap'),
          ]),
      ...targetPieces(data, year),
      ...macroPieces(data.reports.macro.now),
      text(`. ${coverageWords(all.covered.coverage, all.covers)}.${newerWords(data, 'lppd', period)}`),
    ],
    coverage: all.covered.coverage,
    covers: all.covers,
    standing: all.covered.standing,
    to: { page: 'figures', form, period },
    why: null,
  }
}

/** Of the indicators of performance agreements, which alone have a target. */
function targetPieces({ targets }: LeaderData, year: number): SentencePiece[] {
  const own = targets.filter(({ period }) => periodYear(period) === year)
  const sum = (of: 'owed' | 'measured' | 'approved' | 'reached') => own.reduce((n, one) => n + one[of], 0)
  if (sum('measured') === 0) return []
  const coverage = { owed: sum('owed'), reported: sum('measured'), approved: sum('approved') }
  const covered: Covered = { coverage, standing: standingOf(coverage) }
  const offices = new Set(own.map(({ office }) => office.id)).size
  return [
    text('; dari '),
    counted(sum('measured'), covered),
    text(` indikator perjanjian kinerja yang terukur di ${formatNumber(String(offices))} perangkat daerah, `),
    counted(sum('reached'), covered),
    text(' mencapai target'),
  ]
}

function macroPieces(report: LeaderReport | null): SentencePiece[] {
  if (report === null) return []
  const { figures, covered, covers } = recapFigures(report)
  const directions = new Map(report.catalogue.rows.map(({ id, direction }) => [id, direction]))
  const changes = figures
    .filter(({ code, value }) => code === 'lppd.change' && value !== null)
    .map(({ row, value }) => changeOf(value, '0', directions.get(row) ?? null))
  if (changes.length === 0) return []
  return [
    text('; '),
    counted(changes.filter(change => change === 'better').length, covered),
    text(' dari '),
    counted(changes.length, covered),
    text(` indikator makro ${periodTitle(report.period)} membaik (${coverageWords(covered.coverage, covers)})`),
  ]
}
