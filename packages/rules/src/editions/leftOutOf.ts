// The proof that nothing was dropped: whatever was approved is in a table or a sentence, or is what a number there was computed from;
// all else is named, with the reason.
import { kinds } from '../kinds/index.ts'
import type { Figure } from '../types/Figure.ts'
import type { EditionData, EditionForm } from './EditionData.ts'
import type { EditionKind } from './EditionKind.ts'
import type { FrozenBlockOfEdition, FrozenEdition } from './FrozenEdition.ts'
import { bookOf, refKey } from './figureBook.ts'
import { rowsByTable } from './rowsByTable.ts'
import { type ApprovedReport, approvedOf } from './tables/cells.ts'

const answerKey = (submission: string, n: number, pointer: string): string => `${submission} ${n} ${pointer}`

/** References of figures, and addresses of answers, that blocks show. */
function shownIn(blocks: readonly FrozenBlockOfEdition[], shown: Set<string>): void {
  for (const block of blocks) {
    const texts = 'text' in block ? [block.text] : 'items' in block ? block.items : []
    for (const piece of texts.flat()) if (piece.piece === 'figure') shown.add(refKey(piece.of))
    if (block.block !== 'table') continue
    for (const { cells } of block.table.lines)
      for (const { of } of Object.values(cells))
        if (of) shown.add('submission' in of ? answerKey(of.submission, of.n, of.pointer) : refKey(of))
  }
}

/** Keys of the figures and answers of one report that a shown number is, or was computed from. */
function countedIn(form: EditionForm, report: ApprovedReport, shown: ReadonlySet<string>): Set<string> {
  const counted = new Set<string>()
  const own = new Map(report.revision.figures.map(figure => [`${figure.code}/${figure.row}`, figure]))
  const take = (figure: Figure): void => {
    const key = `${figure.code}/${figure.row}`
    if (counted.has(key)) return
    counted.add(key)
    for (const { at } of figure.derivation.inputs) {
      const below = at.startsWith('figure:') ? own.get(at.slice('figure:'.length)) : undefined
      if (below) take(below)
      else if (at.startsWith('/')) counted.add(at)
    }
  }
  for (const figure of report.revision.figures) {
    const ref = { form: form.form, period: form.period, code: figure.code, row: figure.row }
    if (shown.has(refKey(ref)) || shown.has(refKey({ ...ref, office: report.office.id }))) take(figure)
  }
  for (const [table, rows] of rowsByTable(report.revision.sections))
    for (const { row } of rows)
      for (const field of Object.keys(row.values)) {
        const pointer = `/${table}/${row.id}/${field}`
        if (shown.has(answerKey(report.submission, report.revision.n, pointer))) counted.add(pointer)
      }
  return counted
}

const stateWords: Record<string, string> = {
  state: 'keadaan yang dinyatakan',
  reason: 'alasan',
  publisher: 'penerbit data',
  expected: 'perkiraan terbit',
}

const labelOf = (form: EditionForm, table: string, field: string, own: string | undefined): string => {
  const kind = kinds[form.form]
  const said = kind?.tables[table]?.fields[field]?.label
  const label =
    typeof said === 'string' ? said : (stateWords[field] ?? (field.startsWith('why-') ? 'penjelasan' : (own ?? field)))
  return `${kind?.tables[table]?.title ?? table}: ${label}`
}

/** What was approved, by report: every figure and every answer. */
export function approvedValues(data: Pick<EditionData, 'forms'>): number {
  let count = 0
  for (const form of data.forms)
    for (const { revision } of approvedOf(form)) {
      count += revision.figures.length
      for (const rows of rowsByTable(revision.sections).values())
        for (const { row } of rows) count += Object.keys(row.values).length
    }
  return count
}

/** What is in no table or sentence of these blocks, and why; and how many values are. */
export function leftOutOf(
  kind: EditionKind,
  data: EditionData,
  blocks: readonly FrozenBlockOfEdition[],
): { leftOut: FrozenEdition['leftOut']; counted: number } {
  bookOf(data)
  const shown = new Set<string>()
  shownIn(blocks, shown)
  const left = new Map<string, { what: string; why: string; values: number }>()
  let counted = 0
  for (const form of data.forms) {
    const why = kind.leftOut[form.form]
    const leave = (key: string, what: string) => {
      const one = left.get(`${form.form} ${what}`) ?? {
        what: `${form.title}: ${what}`,
        why: why?.[key] ?? why?.default ?? '',
        values: 0,
      }
      one.values += 1
      left.set(`${form.form} ${what}`, one)
    }
    for (const report of approvedOf(form)) {
      const own = countedIn(form, report, shown)
      for (const { code, row } of report.revision.figures)
        if (own.has(`${code}/${row}`)) counted += 1
        else leave(code, form.names.figures[code] ?? code)
      for (const [table, rows] of rowsByTable(report.revision.sections))
        for (const { row } of rows)
          for (const field of Object.keys(row.values))
            if (own.has(`/${table}/${row.id}/${field}`)) counted += 1
            else leave(`${table}.${field}`, labelOf(form, table, field, row.fields[field]))
    }
  }
  return { leftOut: [...left.values()], counted }
}
