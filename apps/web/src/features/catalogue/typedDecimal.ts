import { readNumber } from '@sepakat/rules/numbers/readNumber.ts'

/** A number in its published form; null where it cannot be read. */
export function typedDecimal(typed: string): string | null {
  const reading = readNumber(typed, 'typed')
  return reading.kind === 'number' ? reading.value : null
}
