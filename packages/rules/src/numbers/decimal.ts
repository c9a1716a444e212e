// Inputs are exact and stay exact: sums and products never round, a quotient keeps 34 places, half away from zero.
// A constructor of our own, so that nobody's global settings of big.js change a figure.
import Big from 'big.js'

const Exact = Big()
Exact.DP = 34
Exact.RM = 1 // half away from zero
Exact.strict = true // a float, or a forgotten .lt(), throws

export type Exact = Big

/** One number has one text: no plus, no leading or trailing zeros, no exponent, no `-0`. */
export const decimalPattern = /^(?!-0$)-?(0|[1-9]\d{0,17})(\.\d{0,9}[1-9])?$/

export const isDecimal = (text: string): boolean => decimalPattern.test(text)

/** Reads a decimal text; computed values may be longer than what is typed. Throws on anything that is not a number. */
export const exact = (text: string): Exact => new Exact(text)

/** The one text of a number, whatever its length. */
export function decimalText(value: Exact): string {
  const text = value.toFixed()
  return text === '-0' ? '0' : text
}

export const zero: Exact = exact('0')
export const hundred: Exact = exact('100')
