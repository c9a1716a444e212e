import { exact } from '../numbers/decimal.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { RowId } from '../types/Pointer.ts'
import type { LeaderReport } from './LeaderData.ts'
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
  if (value === null || before === null) return null
  const order = exact(value).cmp(exact(before))
  if (order === 0) return 'same'
  return order > 0 === (direction !== 'lower') ? 'better' : 'worse'
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
  const then = new Map(
    (before ? recapFigures(before).figures : []).filter(one => one.code === code).map(one => [one.row, one]),
  )
  return now.figures
    .filter(figure => figure.code === code)
    .map(figure => {
      const row = rows.get(figure.row)
      const last = then.get(figure.row)
      const isAlike = last?.unit === figure.unit && last.derivation.ruleSet === figure.derivation.ruleSet
      const previous = isAlike ? last.value : null
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
