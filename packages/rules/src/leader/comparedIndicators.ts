import type { Decimal } from '../types/Decimal.ts'
import type { RowId } from '../types/Pointer.ts'
import { compare } from './compare.ts'
import type { LeaderReport } from './LeaderData.ts'
import { compareFigures } from './pieces.ts'
import { type RegionFigures, recapFigures } from './recapFigures.ts'

/** An indicator of two years beside each other; `null` where the two cannot be compared. */
export interface ComparedIndicator {
  row: RowId
  /** Its top group: the field of government. */
  group: string
  label: string
  unit: string
  value: Decimal | null
  before: Decimal | null
  change: 'better' | 'same' | 'worse' | null
}

const code = 'lppd.ikk'

/** Which way an indicator went, by the exact values: one of which lower is better improves as it falls. */
export function changeOf(
  value: Decimal | null,
  before: Decimal | null,
  direction: 'higher' | 'lower' | null,
): ComparedIndicator['change'] {
  const compared = compare({ value, ruleSet: null }, { value: before, ruleSet: null })
  if (compared.is !== 'change') return null
  if (compared.order === 0) return 'same'
  return compared.order > 0 === (direction !== 'lower') ? 'better' : 'worse'
}

/** Each owed indicator beside last year's: compared where both have a value in the same unit by the same rules. */
export function comparedIndicators(now: RegionFigures, before: LeaderReport | null): ComparedIndicator[] {
  const { catalogue, nameOf } = now.report
  const rows = new Map(catalogue.rows.map(row => [row.id, row]))
  const parents = new Map(catalogue.groups.map(({ id, parent }) => [id, parent]))
  const topOf = (group: string): string => {
    const parent = parents.get(group)
    return parent === undefined ? group : topOf(parent)
  }
  const then = before && recapFigures(before)
  return now.figures
    .filter(figure => figure.code === code)
    .map(figure => {
      const row = rows.get(figure.row)
      const last = then?.find(code, figure.row) ?? null
      const own = now.find(code, figure.row)
      const isAlike = last?.figure.unit === figure.unit && own !== null && compareFigures(own, last).is === 'change'
      const previous = isAlike ? last.figure.value : null
      return {
        row: figure.row,
        group: nameOf(topOf(row?.group ?? '')),
        label: nameOf(figure.row),
        unit: figure.unit,
        value: figure.value,
        before: previous,
        change: changeOf(figure.value, previous, row?.direction ?? null),
      }
    })
}
