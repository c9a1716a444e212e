import type { RowId } from '../types/Pointer.ts'

/** The address of an office's figure in a derivation of the region. */
export const placeOf = (office: string, code: string, row: RowId): string => `${office}:figure:${code}/${row}`
