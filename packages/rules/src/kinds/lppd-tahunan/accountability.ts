import type { RowId } from '../../types/Pointer.ts'
import type { LppdContext } from './lppdContext.ts'

const ofIndicator = ['target', 'realization', 'achievement'] as const
const ofOffice = ['office', 'budget', 'absorption', 'efficiency'] as const
type Taken = (typeof ofIndicator)[number] | (typeof ofOffice)[number] | 'objective'

/** The figures of SAKIP this report takes over. */
export const takenFigures = [...ofIndicator, 'objective', ...ofOffice].map(name => `sakip.${name}`)

/** The results of the office's performance agreement, from its measurement of the fourth quarter. */
export function accountability(c: LppdContext): void {
  const measurement = c.source('measurement')
  if (!measurement) return
  const take = (name: Taken, row: RowId | ''): void => {
    const key = `sakip.${name}/${row}`
    const input = c.input(name, `figure:${key}`, { from: 'measurement' })
    const { unit, band } = measurement.figure(key) ?? {}
    c.figure({ code: `lppd.${name}`, row, formula: 'value.1', inputs: [input], unit, band })
  }
  for (const row of c.rows('agreed')) for (const name of ofIndicator) take(name, row)
  for (const row of c.rows('objectives')) take('objective', row)
  for (const name of ofOffice) take(name, '')
}
