import type { Effects } from './queries.ts'

export type MovedReport = Effects['items'][number]
export type FigureMove = MovedReport['moves'][number]
/** One figure that would change, with its report. */
export interface Move extends FigureMove {
  report: MovedReport
}

export interface EffectsSum {
  /** Changes of category first, then in the order of the reports. */
  moves: Move[]
  checked: number
  reports: number
  bands: number
  /** Reports whose effects cannot be computed. */
  unlike: MovedReport[]
}

/** Results so far. */
export function effectsOf(pages: readonly Effects[]): EffectsSum {
  const reports = pages.flatMap(page => page.items)
  const all = reports.flatMap(report => report.moves.map(move => ({ ...move, report })))
  const bands = all.filter(move => move.band)
  return {
    moves: [...bands, ...all.filter(move => !move.band)],
    checked: pages.reduce((sum, page) => sum + page.checked, 0),
    reports: new Set(all.map(move => move.report.submission)).size,
    bands: bands.length,
    unlike: reports.filter(report => report.unlike),
  }
}
