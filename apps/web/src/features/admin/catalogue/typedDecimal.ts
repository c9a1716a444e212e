import { readNumber } from '@sepakat/rules/numbers/readNumber.ts'

/** A number as it is published; null where it cannot be read. */
export function typedDecimal(typed: string): string | null {
  const reading = readNumber(typed, 'typed')
  return reading.kind === 'number' ? reading.value : null
}
