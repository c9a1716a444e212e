import { formatNumber } from '@sepakat/rules/numbers/formatNumber.ts'

export { formatNumber }

/** A count for display: 1234 → `1.234`. */
export const count = (n: number): string => formatNumber(String(n))

/** A share in whole percents rounded down: an incomplete whole never reads 100 %. */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part / whole) * 100))

/** The size of a file: `120 KB`, `1,2 MB`. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${count(Math.max(1, Math.round(bytes / 1000)))} KB`
    : `${formatNumber(String(bytes / 1_000_000), { decimals: 1 })} MB`
