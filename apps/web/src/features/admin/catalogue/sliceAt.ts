import type { CatalogueRow } from './queries.ts'

/** The slice of a row that counts in a year; the newest where no year is asked or none counts then. */
export const sliceAt = (slices: readonly CatalogueRow[], year: number): CatalogueRow | undefined =>
  slices.find(one => one.from <= year && (one.to === null || year <= one.to)) ?? slices.at(-1)
