import type { Catalogue, CatalogueRow, Confidence } from '../types.ts'

/** The rows valid in a year, in the catalogue's order. */
export const rowsOf = ({ rows }: Catalogue, year: number): CatalogueRow[] =>
  rows.filter(({ from, to }) => from <= year && (to === null || year <= to))

/** False where the badge "belum diverifikasi" stands beside the row. */
export const isVerified = (confidence: Confidence): boolean => confidence === 'verified' || confidence === 'seen'
