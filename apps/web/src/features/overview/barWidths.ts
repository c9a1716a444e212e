/**
 * Widths in percent for decimals as bars: the largest is full, and percentages up to 100 are drawn against 100. Only a picture:
 * floats are fine here, the numbers beside it are exact.
 */
export function barWidths(values: readonly (string | null)[]): number[] {
  const numbers = values.map(value => (value === null ? 0 : Math.max(0, Number(value))))
  const most = Math.max(0, ...numbers)
  const whole = most > 50 && most <= 100 ? 100 : most
  return numbers.map(number => (whole === 0 ? 0 : (number / whole) * 100))
}
