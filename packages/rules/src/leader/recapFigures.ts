import { figureAddress } from '../figures/coverageOf.ts'
import { recapOf } from '../form/recapOf.ts'
import { kinds } from '../kinds/index.ts'
import type { Figure } from '../types/Figure.ts'
import type { RowId } from '../types/Pointer.ts'
import type { LeaderReport } from './LeaderData.ts'
import type { CoveredFigure } from './pieces.ts'

export interface RegionFigures {
  report: LeaderReport
  figures: readonly Figure[]
  /** Of a row, '' for the region; null where there is none. */
  find: (code: string, row?: RowId | '') => CoveredFigure | null
  /** Of the form as a whole. */
  covered: Pick<CoveredFigure, 'coverage' | 'standing'>
  /** What is counted by its coverage. */
  covers: string
}

const known = new WeakMap<LeaderReport, RegionFigures>()

/** The figures of the region of a form and period, made once. */
export function recapFigures(report: LeaderReport): RegionFigures {
  const kept = known.get(report)
  if (kept) return kept
  const kind = kinds[report.form]
  if (!kind?.consolidate) throw new Error(`${report.form} has no figures of the region`)
  const recap = recapOf(kind, report)
  const { form, period } = report
  const byAddress = new Map(recap.figures.map(figure => [figureAddress(figure), figure]))
  const made: RegionFigures = {
    report,
    figures: recap.figures,
    find: (code, row = '') => {
      const figure = byAddress.get(figureAddress({ code, row }))
      return figure
        ? { figure, period, of: { form, period, code, row }, isMixed: recap.isMixed(figure), ...recap.of(figure) }
        : null
    },
    covered: { coverage: recap.coverage, standing: recap.standing },
    covers: kind.consolidate.of,
  }
  known.set(report, made)
  return made
}
