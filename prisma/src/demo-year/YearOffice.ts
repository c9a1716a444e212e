import type { Catalogue, FormId, RowId } from '@sepakat/rules'

/** An office of the demo year, as its reports are made up from it. */
export interface YearOffice {
  id: string
  /** As in the reference data: `dinkes`, `kec-nunukan`. */
  code: string
  name: string
  kind: string
  /** Codes of its fields of government. */
  urusan: string[]
  /** The catalogue rows that it answers, by form. */
  rows: Partial<Record<FormId, RowId[]>>
}

/** What the answers of one report follow from. */
export interface Ask {
  seed: number
  office: YearOffice
  year: number
  quarter: 1 | 2 | 3 | 4
  catalogue: Catalogue
  /** Of the region: its offices by code. */
  offices: ReadonlyMap<string, YearOffice>
  /** The first of the two years, and that of the plan (Renstra). */
  firstYear: number
  planFrom: number
}
