import type { Catalogue, CatalogueRow, Confidence } from '../types/Catalogue.ts'

/** The rows valid in a year, in the catalogue's order. */
export const rowsOf = ({ rows }: Catalogue, year: number): CatalogueRow[] =>
  rows.filter(({ from, to }) => from <= year && (to === null || year <= to))

/** Whether the wording was compared with a source; no statement about a report (decision 0050). */
export const isVerified = (confidence: Confidence): boolean => confidence === 'verified' || confidence === 'seen'
