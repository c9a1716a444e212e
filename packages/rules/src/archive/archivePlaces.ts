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

/** A cell of a form that a line of a spreadsheet can mean. */
export interface ArchivePlace {
  pointer: Pointer
  row: Row
  field: FieldId
  /** With the bounds of its row. */
  spec: Field
  /** The steps it is measured in; null: in numbers. */
  steps: readonly Option[] | null
  /** What a spreadsheet may call the field. */
  names: string[]
}

/** Every cell of the rows that a form has whatever is answered, in its order; lists that people add to have none. */
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

/** Finds what a row (its printed code or id) and a field (its label or key) may mean. */
export function placeFinder(places: ArchivePlace[]): PlaceFinder {
  const named = places.flatMap(place =>
    [...new Set([place.row.id, place.row.code ?? ''].map(plain))].map(name => ({ name, place })),
  )
  const byRow = groupBy(named, ({ name }) => name)
  return (row, field) =>
    (byRow.get(plain(row)) ?? []).flatMap(({ place }) => (place.names.includes(plain(field)) ? [place] : []))
}
