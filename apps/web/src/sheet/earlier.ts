// What the same form said in the previous period: shown beside the answer, never counted.

import type {
  Answers,
  Cell,
  Decimal,
  Declared,
  Field,
  Figure,
  Kind,
  PeriodKey,
  RowId,
  Source,
  TableId,
} from '@sepakat/rules'
import type { Allowed } from '@sepakat/rules/fields/FieldType.ts'
import { decimalText, exact, isDecimal, zero } from '@sepakat/rules/numbers/decimal.ts'
import { earlierPeriods } from '@sepakat/rules/periods/earlierPeriods.ts'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { declaredState } from '@sepakat/rules/sheet/outline.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { shortPeriod } from '#submissions/shortPeriod.ts'
import { formatNumber } from '#ui/numbers.ts'

export interface Earlier {
  source: string
  period: PeriodKey
  /** `TW III`. */
  label: string
  answers: Answers
  /** Imported from before the system. */
  archive: boolean
}

interface Given {
  period: PeriodKey
  sources: Record<string, Pick<Source, 'answers' | 'status'>>
}

/** The latest earlier period of the same form among the sources; null for none. */
export function earlierOf(kind: Kind, { period, sources }: Given): Earlier | null {
  for (const one of earlierPeriods(kind, period)) {
    const source = sources[one.name]
    if (source)
      return {
        source: one.name,
        period: one.period,
        label: shortPeriod(one.period, period),
        answers: source.answers,
        archive: source.status === 'archive',
      }
  }
  return null
}

interface Place {
  table: TableId
  row: RowId
  field: string
}

/** What a field said then: a state its row declared in place of answers, or its cell; null for nothing. */
export function earlierAnswer(
  { answers }: Pick<Earlier, 'answers'>,
  { table, row, field }: Place,
  spec: Pick<Field, 'before'> | undefined,
): { state: Declared } | { cell: Cell } | null {
  const cells = answers[table]?.[row]
  const state = declaredState(cells)
  if (state) return { state }
  const cell = cells?.[spec?.before ?? field]
  return cell === undefined ? null : { cell }
}

export interface EarlierCell {
  text: string
  /** The current value was carried over and not changed. */
  carried: boolean
}

export function earlierCell(
  earlier: Earlier,
  place: Place,
  spec: Field,
  now: Cell | undefined,
  allowed: Allowed = {},
): EarlierCell | null {
  const then = earlierAnswer(earlier, place, spec)
  if (!then) return null
  if ('state' in then) return { text: stateLabels[then.state].toLowerCase(), carried: false }
  if (typeof then.cell === 'object') return null
  return { text: shownCell(spec, then.cell, allowed), carried: spec.carry !== undefined && then.cell === now }
}

/** The figure that is this cell's growth since the earlier period, as the kind computes it. */
export const growthOf = (figures: readonly Figure[] | undefined, at: string, earlier: Earlier): Figure | undefined =>
  figures?.find(({ derivation: { formula, inputs } }) => {
    const [now, then, ...more] = inputs
    return formula === 'difference.1' && now?.at === at && then?.at === `${earlier.source}:${at}` && more.length === 0
  })

/** Whether a figure is the growth of an answer since the earlier period, which is shown beside that answer. */
export const isBeside = ({ derivation: { inputs } }: Figure, earlier: Earlier | null): boolean =>
  earlier !== null && inputs[1]?.at.startsWith(`${earlier.source}:`) === true

/** `+1.202`. */
export const signed = (value: string): string =>
  isDecimal(value) && !value.startsWith('-') ? `+${formatNumber(value)}` : formatNumber(value)

/** How much more it is now, of the exact values: `+1.202`, `0`. `decimals`: of what is shown. */
export function differenceText(now: Decimal, then: Decimal, decimals?: number): string {
  const difference = exact(now).minus(exact(then))
  if (difference.eq(zero)) return '0'
  const text = formatNumber(decimalText(difference), decimals === undefined ? {} : { decimals })
  return difference.gt(zero) ? `+${text}` : text
}
