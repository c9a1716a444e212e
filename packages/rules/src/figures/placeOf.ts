import type { RowId } from '../types/Pointer.ts'

/** Where a figure of an office stands, in a derivation of the region. */
export const placeOf = (office: string, code: string, row: RowId): string => `${office}:figure:${code}/${row}`
