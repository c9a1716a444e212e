// The macro figures of the region are those of the office that files them: there is nothing to add up.
import { placeOf } from '../../figures/placeOf.ts'
import { legal } from '../lppd-tahunan/lppdContext.ts'
import type { MacroRegion } from './macroContext.ts'

const codes = ['lppd.macro', 'lppd.change'] as const

/** `lppd.macro` and `lppd.change` of every owed indicator, as frozen by its office. With several offices the region has none, and they are named. */
export function consolidate(c: MacroRegion): void {
  for (const { id: row, unit } of c.rows())
    for (const code of codes) {
      const all = c.owners(row).map(office => ({ office, figure: c.counted(office, code, row) }))
      const only = all.length === 1 ? all[0]?.figure : null
      const left = all.map(({ office, figure }) => ({
        at: placeOf(office, code, row),
        why: figure ? (figure.why ?? ('no-inputs' as const)) : ('empty' as const),
      }))
      if (only) c.take(only)
      else
        c.figure({
          code,
          row,
          formula: 'value.1',
          inputs: [],
          left,
          legal,
          ...(code === 'lppd.macro' && unit && { unit }),
        })
    }
}
