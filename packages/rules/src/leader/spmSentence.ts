import { periodTitle } from '../periods/period.ts'
import type { Figure } from '../types/Figure.ts'
import { headFigures } from './hasNews.ts'
import type { LeaderData } from './LeaderData.ts'
import { newerWords, nothingYet } from './nothingYet.ts'
import { changePieces, coverageWords, figurePieces, text } from './pieces.ts'
import { named, pullingParts } from './pulling.ts'
import { type RegionFigures, recapFigures } from './recapFigures.ts'
import type { PullingPart, Sentence, Why } from './Sentence.ts'
import { shortfallsIn } from './shortfallsIn.ts'

const ofService = 'figure:spm.index/'

/** How far the region is with its minimum services, and by which of them it is held back. */
export function spmSentence(data: LeaderData): Sentence {
  const { now, before } = data.reports.spm
  const all = now && recapFigures(now)
  const found = all?.find(headFigures.spm)
  if (!all || !found) return nothingYet(data, 'spm')
  const then = before ? recapFigures(before).find(headFigures.spm) : null
  const { period, form } = all.report
  return {
    id: 'spm',
    reportType: 'spm',
    text: [
      text(`Indeks pencapaian SPM daerah sampai ${periodTitle(period)}: `),
      ...figurePieces(found),
      ...changePieces(found, then, all.covers),
      text(`. ${coverageWords(found.coverage, all.covers)}.${newerWords(data, 'spm', period)}`),
    ],
    coverage: found.coverage,
    covers: all.covers,
    standing: found.standing,
    to: { page: 'figures', form, period },
    why: whyOf(all, found.figure),
  }
}

/** The services, by what each costs the index of the region. */
function whyOf({ report, figures, covered }: RegionFigures, top: Figure): Why | null {
  const { form, period, catalogue, nameOf, owners, officeOf } = report
  const parts = shortfallsIn(top, figures, ({ at }) => (at.startsWith(ofService) ? '100' : null)).map(
    (part): PullingPart => {
      const row = part.at.slice(ofService.length)
      const group = catalogue.rows.find(({ id }) => id === row)?.group ?? ''
      const owing = owners.get(row) ?? []
      return {
        label: nameOf(row),
        group: nameOf(group),
        value: part.value,
        full: part.full,
        unit: '',
        costs: part.costs,
        offices: named(owing).map(officeOf),
        moreOffices: owing.length - named(owing).length,
        shares: [],
        to: { page: 'figures', form, period, code: 'spm.index', row },
      }
    },
  )
  if (top.value === null) return null
  return {
    of: `Indeks pencapaian SPM daerah ${periodTitle(period)}`,
    value: top.value,
    full: '100',
    unit: '',
    measure:
      'Tiap angka adalah poin yang bertambah pada indeks daerah bila layanan itu saja mencapai 100 dan yang lain tetap.',
    ...pullingParts(parts),
    missing: covered.coverage.owed - covered.coverage.reported,
  }
}
