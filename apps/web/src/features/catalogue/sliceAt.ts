import type { CatalogueRow } from './queries.ts'

/** The slice of a row that is valid in a year; the newest where no year is given or none is valid then. */
export const sliceAt = (slices: readonly CatalogueRow[], year: number): CatalogueRow | undefined =>
  slices.find(one => one.from <= year && (one.to === null || year <= one.to)) ?? slices.at(-1)
