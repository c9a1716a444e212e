import type { CatalogueRow } from '../types/Catalogue.ts'
import type { RowId } from '../types/Pointer.ts'

/** One field that differs in a new version; '' for none. `field` is a path, as `formula.inputs.due`. */
export interface RowChange {
  row: RowId
  from: number
  code: string
  label: string
  field: string
  before: string
  after: string
}

/**
 * The differences of two versions of a catalogue, row by row. A new slice is listed beside the one it came from; a removed
 * one by its first year.
 */
export function rowChanges(before: readonly CatalogueRow[], after: readonly CatalogueRow[]): RowChange[] {
  const kept = new Set(after.map(({ id, from }) => `${id} ${from}`))
  const gone = before
    .filter(({ id, from }) => !kept.has(`${id} ${from}`))
    .map(({ id, from, code, label }) => ({
      row: id,
      from,
      code,
      label,
      field: 'from',
      before: String(from),
      after: '',
    }))
  const changed = after.flatMap(row => {
    const old =
      before.find(one => one.id === row.id && one.from === row.from) ??
      before.find(one => one.id === row.id && one.from < row.from && (one.to === null || one.to >= row.from))
    const [was, is] = [wordsOf(old), wordsOf(row)]
    return [...new Set([...was.keys(), ...is.keys()])].flatMap(field => {
      const [a, b] = [was.get(field) ?? '', is.get(field) ?? '']
      const { id, from, code, label } = row
      return a === b ? [] : [{ row: id, from, code, label, field, before: a, after: b }]
    })
  })
  return [...changed, ...gone]
}

/** Fields that affect figures; labels and marks of confidence affect none. */
export const movesFigures = ({ field }: Pick<RowChange, 'field'>): boolean =>
  /^(formula\.(?!inputs\.)|attrs\.|direction$|from$|to$)/.test(field)

const wordsOf = (row: CatalogueRow | undefined): Map<string, string> => {
  const words = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key)
    else if (value !== null && value !== undefined && value !== '') words.set(path, String(value))
  }
  walk(row ?? {}, '')
  return words
}
