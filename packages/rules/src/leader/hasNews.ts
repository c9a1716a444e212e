import type { LeaderReport, LeaderSubject } from './LeaderData.ts'
import { recapFigures } from './recapFigures.ts'

/** By which figure of the region a form says something; of the others it is that anything of it is in. */
export const headFigures = {
  spm: 'spm.regionIndex',
  sakip: 'sakip.regionScore',
  lkpj: 'lkpj.absorption',
} as const

/** Whether a form says something of a period: what was only submitted, returned or not judged yet has no figure. */
export function hasNews(subject: LeaderSubject, report: LeaderReport): boolean {
  const { find, figures, covered } = recapFigures(report)
  if (subject === 'lppd') return covered.coverage.reported > 0
  if (subject === 'macro') return figures.some(({ value }) => value !== null)
  return find(headFigures[subject])?.figure.value != null
}
