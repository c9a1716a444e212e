import { formatNumber } from '@sepakat/rules/numbers/formatNumber.ts'

export { formatNumber }

/** A count as people read it: 1234 → `1.234`. */
export const count = (n: number): string => formatNumber(String(n))

/** How much of a whole, in whole percents rounded down: what is not all done never reads 100 %. */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part / whole) * 100))
