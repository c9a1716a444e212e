import { places } from '@sepakat/rules/editions/shownCell.ts'
import { decimalText, exact } from '@sepakat/rules/numbers/decimal.ts'

/** The digits that a spreadsheet keeps of a number. */
const mostDigits = 15
/** Nothing typed has more; what has is a quotient, which is rounded in any case. */
const typedPlaces = 10
/** Of a quotient, few enough that floats compute each of its digits. */
const quotient = { places: 9, digits: 14 }

const digitsOf = (value: string): string => value.replace(/[-.]/g, '').replace(/^0+/, '')

/** A number as a spreadsheet keeps it without changing a digit; null where it would be another, and is written as text. */
export function sheetNumber(value: string): string | null {
  if (digitsOf(value).length <= mostDigits) return value
  if (places(value) <= typedPlaces) return null
  const whole = digitsOf(value.split('.')[0] ?? '').length
  if (whole >= quotient.digits) return null
  return decimalText(exact(value).round(Math.min(quotient.places, quotient.digits - whole)))
}
