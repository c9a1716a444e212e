import { decimalText, exact, zero } from '../../numbers/decimal.ts'
import type { Decimal } from '../../types/Decimal.ts'
import type { EditionLine } from '../FrozenEdition.ts'

/** The sum of a column over some lines; what has no value adds nothing. */
export const sumOf = (lines: readonly EditionLine[], column: string, of: readonly number[]): Decimal =>
  decimalText(
    of.reduce((sum, n) => {
      const value = lines[n]?.cells[column]?.value
      return value == null ? sum : sum.plus(exact(value))
    }, zero),
  )
