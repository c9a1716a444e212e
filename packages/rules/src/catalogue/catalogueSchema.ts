// A catalogue is data published by users: it is validated here once, so that building a form need not.

import { z } from 'zod'
import { groupBy } from '../grouping/groupBy.ts'
import { decimalPattern } from '../numbers/decimal.ts'
import { namePattern, slugPattern } from '../pointers/ids.ts'
import type { FormId } from '../reportTypes.ts'
import { formPattern } from '../reportTypes.ts'
import { shapedAs } from '../schemas/shapedAs.ts'
import {
  type Catalogue,
  type CatalogueRow,
  confidences,
  directions,
  formulaKinds,
  type RowFormula,
} from '../types/Catalogue.ts'
import { boundsInOrder } from './boundsInOrder.ts'

const slug = z.string().regex(slugPattern).max(160)
const name = z.string().regex(namePattern).max(60)
const line = z.string().min(1).max(1000)
const text = z.string().min(1).max(10_000)
const year = z.int().min(1945).max(9999)
const decimal = z.string().regex(decimalPattern)

export const rowFormulaSchema: z.ZodType<RowFormula, RowFormula> = z.strictObject({
  kind: z.enum(formulaKinds),
  inputs: z.record(name, z.string().min(1, 'Tulis apa yang diisi di sini.').max(1000)),
  factor: decimal.optional(),
  sense: z.enum(['rise', 'fall']).optional(),
  combine: z.enum(['mean', 'sum', 'weighted']).optional(),
  scale: z.string().max(60).optional(),
})

const catalogueRowSchema: z.ZodType<CatalogueRow> = z.strictObject({
  id: slug,
  table: name,
  parent: slug.optional(),
  group: slug.optional(),
  code: z.string().max(60),
  codeOfficial: z.boolean(),
  label: line,
  unit: line.nullable(),
  direction: z.enum(directions).nullable(),
  formula: rowFormulaSchema.optional(),
  attrs: z.record(name, z.string().max(1000)).optional(),
  bounds: z
    .strictObject({
      min: decimal.optional(),
      max: decimal.optional(),
      oddBelow: decimal.optional(),
      oddAbove: decimal.optional(),
    })
    .optional(),
  help: text.optional(),
  legal: text.optional(),
  warning: text.optional(),
  confidence: z.enum(confidences),
  source: text.optional(),
  note: text.optional(),
  from: year,
  to: year.nullable(),
})

/** The shape, and relations between rows: slices of one id disjoint, parents and groups exist. */
export const catalogueSchema: z.ZodType<Catalogue> = z
  .strictObject({
    form: shapedAs<FormId>(z.string().regex(formPattern)),
    title: line,
    legal: text,
    groups: z.array(
      z.strictObject({ id: slug, label: line, code: z.string().max(60).optional(), parent: slug.optional() }),
    ),
    rows: z.array(catalogueRowSchema).max(10_000),
  })
  .superRefine((catalogue, context) => {
    for (const message of catalogueFaults(catalogue)) context.addIssue({ code: 'custom', message })
  })

/** Whether no slice of a row's parent is valid in any of the row's years: no form would show it. */
export const isOrphan = (
  { parent, from, to }: Pick<CatalogueRow, 'parent' | 'from' | 'to'>,
  slices: { get: (id: string) => readonly CatalogueRow[] | undefined },
): boolean =>
  parent !== undefined &&
  !(slices.get(parent) ?? []).some(
    above => (to === null || above.from <= to) && (above.to === null || from <= above.to),
  )

/** The errors among the rows of a catalogue, in words; empty if it can be published. */
export function catalogueFaults({ groups, rows }: Catalogue): string[] {
  const faults: string[] = []
  const groupIds = new Set(groups.map(group => group.id))
  if (groupIds.size < groups.length) faults.push('a group id stands twice')
  for (const { id, parent } of groups) {
    if (parent !== undefined && !groupIds.has(parent)) faults.push(`group ${id}: its parent ${parent} is missing`)
  }
  const slices = groupBy(rows, row => row.id)
  for (const row of rows) {
    if (row.to !== null && row.to < row.from) faults.push(`row ${row.id}: ends in ${row.to} before it starts`)
    if (row.group !== undefined && !groupIds.has(row.group))
      faults.push(`row ${row.id}: its group ${row.group} is missing`)
    if (row.parent !== undefined && !slices.has(row.parent))
      faults.push(`row ${row.id}: its parent ${row.parent} is missing`)
    else if (isOrphan(row, slices))
      faults.push(
        `Baris "${row.label}" (${row.id}, mulai ${row.from}) tidak pernah berlaku bersama baris induknya. Sesuaikan tahunnya atau tahun induknya.`,
      )
    if (!boundsInOrder(row.bounds)) faults.push(`row ${row.id}: its bounds are not in order`)
  }
  for (const [id, own] of slices) {
    if (new Set(own.map(row => row.table)).size > 1) faults.push(`row ${id} stands in two tables`)
    const inOrder = [...own].sort((a, b) => a.from - b.from)
    for (const [at, slice] of inOrder.entries()) {
      const next = inOrder[at + 1]
      if (next && (slice.to === null || slice.to >= next.from))
        faults.push(`row ${id}: two slices are valid in ${next.from}`)
    }
  }
  return faults
}
