// Errors and missing values of any form, cell by cell and block by block, and the progress of each section.

import type { Finding } from '../types/Finding.ts'
import type { Evaluation } from '../types/Form.ts'
import type { Field } from '../types/Kind.ts'
import type { RowId, TableId } from '../types/Pointer.ts'
import { unitOf } from '../words/unitOf.ts'
import { blockFindings, type FilledRows } from './blockFindings.ts'
import { cellFindings } from './cellFindings.ts'
import { declarationFindings } from './declarationFindings.ts'
import type { Count, Found, Judged } from './judged.ts'
import { isUnread, pointer } from './reader.ts'
import { boundField, boundsAt } from './rowBounds.ts'
import { unitOfRow } from './rows.ts'
import { isHead, parentIds, rowsIn } from './rowTree.ts'
import { sectionIds } from './sections.ts'

/** The core findings of a form and the progress of its sections; the kind's own checks come after. */
export function coreFindings(judged: Judged): Pick<Evaluation, 'findings' | 'review' | 'progress'> {
  const findings: Finding[] = []
  const review: Finding[] = []
  const progress = Object.fromEntries(sectionIds(judged.outline).map(id => [id, { filled: 0, all: 0 }]))
  const into =
    (list: Finding[]): Found =>
    (code, level, at, message, blocks = level === 'wrong') =>
      list.push({ code, level, at, message, blocks })
  const found = into(findings)
  const byWriter = { office: found, evaluator: into(review) }
  const count: Count = (section, filled, all) => {
    const so = progress[section]
    if (so) progress[section] = { filled: so.filled + filled, all: so.all + all }
  }
  for (const table of Object.keys(judged.outline.kind.tables)) {
    const filled: FilledRows = new Map()
    for (const row of rowsIn(judged.tree, table).ids) filled.set(row, judgeRow(judged, table, row, byWriter))
    for (const under of parentIds(judged.tree, table)) blockFindings(judged, table, under, filled, found, count)
    strayRows(judged, table, found)
  }
  return { findings, review, progress }
}

type Writer = NonNullable<Field['writer']>

/** Judges the cells of a row; true when it is complete or has a state, null when it requires nothing. */
function judgeRow(judged: Judged, table: TableId, row: RowId, byWriter: Record<Writer, Found>): boolean | null {
  const { outline, reader, cells } = judged
  const { used, needed, required } = outline.columns(table, row)
  declarationFindings(judged, table, row, byWriter.office)
  if (reader.state(table, row) !== null) return needed.length > 0 ? true : null
  const own = cells(table, row)
  const unit = (spec: Field) => () =>
    unitOf(spec, unitOfRow(outline, table, row), used.includes('unit') ? own?.unit : undefined)
  const bounds = boundsAt(outline, table, row)
  let filled = true
  for (const field of used) {
    const spec = outline.kind.tables[table]?.fields[field]
    if (!spec) continue
    const cell = own?.[field]
    const { writer = 'office' } = spec
    const need = required.includes(field) ? 'required' : needed.includes(field) ? 'counted' : 'optional'
    cellFindings(pointer(table, row, field), { ...boundField(spec, bounds), need }, cell, unit(spec), byWriter[writer])
    if (needed.includes(field) && (cell === undefined || isUnread(cell))) filled = false
  }
  return needed.length > 0 ? filled : null
}

const gone = 'Tidak lagi ada dalam formulir ini. Isiannya tetap disimpan, tetapi tidak dihitung.'

/** Rows and columns the form no longer has keep their cells and count nowhere. */
function strayRows({ outline, tree, answers }: Judged, table: TableId, found: Found): void {
  const spec = outline.kind.tables[table]
  const rows = answers[table] ?? {}
  for (const row of Object.keys(rows)) {
    if (!rowsIn(tree, table).parents.has(row)) {
      if (!isHead(tree, table, row)) found('not-in-form', 'notice', `/${table}/${row}`, gone)
    } else if (spec?.uses) {
      const { used } = outline.columns(table, row)
      for (const field of Object.keys(rows[row] ?? {})) {
        if (spec.fields[field] && !used.includes(field))
          found('not-in-form', 'notice', pointer(table, row, field), gone)
      }
    }
  }
}
