import type { Answers } from '../types/Answers.ts'
import type { BuildForm, Form } from '../types/Form.ts'
import type { Source } from '../types/Scope.ts'
import { sourceReaders } from './context.ts'
import { evaluateForm } from './evaluateForm.ts'
import { type Outline, outlineOf, treeOf } from './formOutline.ts'
import { itemLabel } from './itemLabel.ts'
import { rowsIn } from './rowTree.ts'
import { sectionsOf } from './sections.ts'

/**
 * A form: a kind applied to a catalogue, for an office and a period, under a rule set. Pure; the same on server and device.
 * `scope.sources` has the answers of other forms it reads; a missing one is absent.
 */
export const buildForm: BuildForm = (kind, catalogue, rules, scope): Form => {
  const outline = outlineOf(kind, catalogue, rules, scope)
  const sources = sourceReaders({ outline })
  const form: Form = {
    kind,
    sections: sectionsOf(outline),
    rows: answers => namedRows(outline, answers),
    evaluate: (answers, attached = {}) => evaluateForm(outline, sources, answers, attached),
  }
  outlines.set(form, outline)
  return form
}

const outlines = new WeakMap<Form, Outline>()

/** The inputs a form was built from. @throws for a form that was not built here */
export function outlineOfForm(form: Form): Outline {
  const outline = outlines.get(form)
  if (!outline) throw new Error('this form was not built by buildForm')
  return outline
}

/** Every row of the form in order; an added one is labelled by its `named` field, else by its table and place. */
function namedRows(outline: Outline, answers: Answers): Source['rows'] {
  const tree = treeOf(outline, answers)
  const label = (table: string, id: string, at: number): string => {
    const spec = outline.kind.tables[table]
    const known = outline.catalogueRow(id)?.label ?? outline.sourceLabel(table, id)
    if (known !== undefined) return known
    if (spec?.rows.from === 'each') return label(spec.rows.of, id, at)
    return (
      (spec && itemLabel(spec, field => answers[table]?.[id]?.[field], outline.scope.offices)) ??
      `${spec?.title ?? table} ${at}`
    )
  }
  return Object.fromEntries(
    Object.keys(outline.kind.tables).map(table => {
      const { ids, parents, under } = rowsIn(tree, table)
      const rows = ids.map(id => {
        const parent = parents.get(id) ?? null
        return { id, parent, label: label(table, id, (under.get(parent)?.indexOf(id) ?? 0) + 1) }
      })
      return [table, rows]
    }),
  )
}
