import type { RowId } from '../types/Pointer.ts'

/** The address of an office's figure in a derivation of the region. */
export const placeOf = (office: string, code: string, row: RowId): string => `${office}:figure:${code}/${row}`

/** What `placeOf` gave; null of any other address. */
export const parsePlace = (at: string): { office: string; code: string; row: RowId } | null => {
  const [, office, code, row] = /^([^:]+):figure:([^/]+)\/(.*)$/.exec(at) ?? []
  return office === undefined || code === undefined ? null : { office, code, row: row ?? '' }
}
