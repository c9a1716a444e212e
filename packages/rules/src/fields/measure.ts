import { isDecimal } from '../numbers/decimal.ts'
import { stepPattern } from '../scales/stepsOf.ts'
import { chosen } from './chosen.ts'
import type { FieldOf, FieldType } from './FieldType.ts'
import { decimalSource, readDecimal, shownDecimal } from './number.ts'
import { plainField } from './plainField.ts'

/** A decimal, or a step of the row's scale. */
export const measure: FieldType<FieldOf<'measure'>> = {
  ...plainField,
  schema: () => ({ type: 'string', pattern: `${decimalSource}|${stepPattern.source}` }),
  isValue: (_, value) => typeof value === 'string' && (isDecimal(value) || stepPattern.test(value)),
  read(_, text, context) {
    if (context.allowed.steps) return { cell: chosen(text, context.allowed.steps) }
    const read = readDecimal(text, context)
    return read.reading?.kind === 'unreadable' && stepPattern.test(text.trim()) ? { cell: text.trim() } : read
  },
  chosenFrom: () => ({ steps: true }),
  shown: (_, value, { steps }) => steps?.find(({ id }) => id === value)?.label ?? shownDecimal(value),
  numeric: true,
}
