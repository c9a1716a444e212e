import { rowsOf } from '@sepakat/rules/catalogue/rowsOf.ts'
import type { Catalogue } from '@sepakat/rules/types/Catalogue.ts'
import type { Choice } from '#ui/SelectField.tsx'

/** The rows of a published catalogue that have an owner of their own, not that of the row above. */
export const rootRows = (catalogue: unknown, year: number): Choice[] =>
  catalogue
    ? rowsOf(catalogue as Catalogue, year)
        .filter(row => row.parent === undefined)
        .map(row => ({ value: row.id, label: `${row.code} ${row.label}` }))
    : []
