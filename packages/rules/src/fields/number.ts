import { isDecimal } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { readNumber } from '../numbers/readNumber.ts'
import type { CellReading, FieldOf, FieldType, ReadContext } from './FieldType.ts'
import { keptAsTyped } from './keptAsTyped.ts'
import { plainField } from './plainField.ts'

export const decimalSource = '^-?(0|[1-9][0-9]{0,17})(\\.[0-9]{0,9}[1-9])?$'

export function readDecimal(text: string, { source, counted }: ReadContext): CellReading {
  const reading = readNumber(text, source, counted)
  if (reading.kind === 'empty') return { cell: null, reading }
  return { cell: reading.kind === 'number' ? reading.value : keptAsTyped(text), reading }
}

export const shownDecimal = (value: string): string => (isDecimal(value) ? formatNumber(value) : value)

/** A decimal within its field's limits, in its own unit or its row's. */
export const number: FieldType<FieldOf<'number'>> = {
  ...plainField,
  schema: () => ({ type: 'string', pattern: decimalSource }),
  isValue: (_, value) => typeof value === 'string' && isDecimal(value),
  read: (_, text, context) => readDecimal(text, context),
  shown: (_, value) => shownDecimal(value),
  numeric: true,
  width: ({ unit }) => (unit === 'Rp' ? 170 : 150),
}
