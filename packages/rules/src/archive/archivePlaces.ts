import { outlineOfForm } from '../form/buildForm.ts'
import { boundField, boundsAt } from '../form/rowBounds.ts'
import { groupBy } from '../grouping/groupBy.ts'
import { generalLabel } from '../names/formNames.ts'
import { stepsOfRow } from '../names/stepsOfRow.ts'
import { rowPointerOf } from '../pointers/pointer.ts'
import { plain } from '../text/plain.ts'
import type { Block, Form, Row } from '../types/Form.ts'
import type { Field } from '../types/Kind.ts'
import type { Option } from '../types/Option.ts'
import type { FieldId, Pointer } from '../types/Pointer.ts'

/** A cell of a form that a spreadsheet line can refer to. */
export interface ArchivePlace {
  pointer: Pointer
  row: Row
  field: FieldId
  /** With the bounds of its row. */
  spec: Field
  /** The steps of its scale; null: a number. */
  steps: readonly Option[] | null
  /** The field names accepted in a spreadsheet. */
  names: string[]
}

/** Every cell of the fixed rows of a form, in its order; lists that users add to have none. */
export function archivePlaces(form: Form): ArchivePlace[] {
  const outline = outlineOfForm(form)
  const { kind, scope, rules, catalogue } = outline
  const placesOf = (row: Row): ArchivePlace[] => {
    const steps = stepsOfRow(row, undefined, { scope, rules, catalogue })
    const { fields = {} } = kind.tables[row.table] ?? {}
    return Object.entries(row.fields).flatMap(([field, label]): ArchivePlace[] => {
      const column = fields[field]
      if (!column || column.writer === 'evaluator') return []
      const spec = boundField(column, boundsAt(outline, row.table, row.id))
      const names = [field, label, generalLabel(spec, scope)].map(plain)
      return [{ pointer: `${rowPointerOf(row.table, row.id)}/${field}`, row, field, spec, steps, names }]
    })
  }
  const within = (blocks: Block[]): ArchivePlace[] =>
    blocks.flatMap(({ rows }) => rows.flatMap(row => [...placesOf(row), ...within(row.blocks)]))
  return within(form.sections.flatMap(({ blocks }) => blocks))
}

export type PlaceFinder = (row: string, field: string) => ArchivePlace[]

/** Finds what a row (its printed code or id) and a field (its label or key) may refer to. */
export function placeFinder(places: ArchivePlace[]): PlaceFinder {
  const named = places.flatMap(place =>
    [...new Set([place.row.id, place.row.code ?? ''].map(plain))].map(name => ({ name, place })),
  )
  const byRow = groupBy(named, ({ name }) => name)
  return (row, field) =>
    (byRow.get(plain(row)) ?? []).flatMap(({ place }) => (place.names.includes(plain(field)) ? [place] : []))
}
