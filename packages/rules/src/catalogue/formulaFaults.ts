import type { RowFormula } from '../types/Catalogue.ts'
import type { Kind } from '../types/Kind.ts'
import type { TableId } from '../types/Pointer.ts'

/** An error in a field of a row, in words; `field` is a path, as `attrs.weight`. */
export interface RowFault {
  field: string
  message: string
}

/** What a formula lacks, or names that the form does not have: a row with it could never have a figure. */
export function formulaFaults(kind: Kind, tableId: TableId, formula: RowFormula | undefined): RowFault[] {
  const formulas = kind.tables[tableId]?.formulas
  if (formula === undefined) return formulas ? [{ field: 'formula.kind', message: 'Pilih cara menghitungnya.' }] : []
  if (!formulas) return [{ field: 'formula', message: 'Baris bagian ini tidak dihitung dengan rumus.' }]
  const asked = formulas[formula.kind]
  if (!asked) return [{ field: 'formula.kind', message: 'Formulir ini tidak mengenal cara menghitung itu.' }]
  const missing = asked
    .filter(field => !(Object.hasOwn(formula.inputs, field) && formula.inputs[field]))
    .map(field => ({ field: `formula.inputs.${field}`, message: 'Tulis apa yang diisi di sini.' }))
  const known = new Set(fieldsAt(kind, tableId))
  const unknown = Object.keys(formula.inputs)
    .filter(field => !known.has(field))
    .map(field => ({ field: `formula.inputs.${field}`, message: 'Formulir ini tidak punya isian itu.' }))
  const scale =
    formula.kind === 'category' && !formula.scale ? [{ field: 'formula.scale', message: 'Tulis nama skalanya.' }] : []
  return [...missing, ...unknown, ...scale]
}

/** Fields of a table and of its child tables: a composite is computed from its parts. */
const fieldsAt = ({ tables }: Kind, id: TableId): string[] =>
  Object.entries(tables)
    .filter(([name, { rows }]) => name === id || (rows.from === 'catalogue' && rows.of === id))
    .flatMap(([, { fields }]) => Object.keys(fields))
