import { invalid } from './problem.ts'

/** Where a page of a list ended: the values it is ordered by, opaque to who asks. */
export const writeCursor = (...values: string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The values of a cursor of ours, the last of them an id. @throws the problem `invalid` for anything else */
export const readCursor = (cursor: string, count: number): string[] => {
  const wrong = invalid('/cursor', 'Penanda halaman ini tidak dikenal. Mulai lagi dari awal.')
  let values: unknown
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw wrong
  }
  const isOurs =
    Array.isArray(values) &&
    values.length === count &&
    values.every(value => typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed()) &&
    isUuid(values[count - 1])
  if (!isOurs) throw wrong
  return values as string[]
}

/** A page out of rows that were read with one more than asked for. */
export const pageOf = <T>(
  rows: T[],
  limit: number,
  cursorOf: (last: T) => string,
): { items: T[]; next: string | null } => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}
