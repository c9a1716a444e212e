// Cells of an edition's tables, each with where its value is from.
import { isNumeric } from '../../fields/fieldTypeOf.ts'
import type { FrozenRow } from '../../form/frozenSections.ts'
import { kinds } from '../../kinds/index.ts'
import { decimalText, exact, isDecimal, zero } from '../../numbers/decimal.ts'
import type { FormId } from '../../reportTypes.ts'
import type { FieldId, RowId } from '../../types/Pointer.ts'
import { whyWords } from '../../words/figureText.ts'
import { shownCell } from '../../words/shownCell.ts'
import { declaredWords } from '../../words/textOf.ts'
import type { EditionData, EditionForm, EditionReport } from '../EditionData.ts'
import type { EditionCell, EditionLine } from '../FrozenEdition.ts'
import { type BookedFigure, bookOf } from '../figureBook.ts'
import { type PlacedRow, rowsByTable } from '../rowsByTable.ts'

/** A report of which something is approved. */
export type ApprovedReport = EditionReport & { submission: string; revision: NonNullable<EditionReport['revision']> }
export const approvedOf = (form: EditionForm | undefined): ApprovedReport[] =>
  (form?.reports ?? []).filter((report): report is ApprovedReport => report.revision !== null)

export const formOf = (data: EditionData, form: string): EditionForm | undefined =>
  data.forms.find(one => one.form === form)

export const rowsOfReport = ({ revision }: ApprovedReport, table: string): readonly PlacedRow[] =>
  rowsByTable(revision.sections).get(table) ?? []

export const textCell = (text: string): EditionCell => ({ text })
export const notApproved = 'belum disetujui'

/** A figure; one without a value says why, one with a category and no number says that. */
export function figureCell(booked: BookedFigure | null): EditionCell {
  if (booked === null) return { value: null, text: notApproved }
  const { figure, ref, coverage, standing } = booked
  const why = figure.band && figure.value === null ? figure.band.label : whyWords(figure.why)
  return {
    value: figure.value,
    of: ref,
    ...(figure.unit !== kinds[ref.form as FormId]?.figures[ref.code]?.unit && { unit: figure.unit }),
    ...(figure.value === null && { text: why }),
    ...(standing !== 'final' && { coverage }),
  }
}

/** The figure of the region, or of an office. */
export const figureOf = (
  data: EditionData,
  form: EditionForm,
  { code, row, office }: { code: string; row: RowId | ''; office?: string },
): BookedFigure | null => {
  const ref = { form: form.form, period: form.period, code, row }
  return bookOf(data).find(office === undefined ? ref : { ...ref, office }) ?? null
}

/** The category of a figure, as words. */
export const bandCell = (booked: BookedFigure | null): EditionCell => textCell(booked?.figure.band?.label ?? '–')

/** An approved answer: a number as one, anything else as it is shown. Nothing answered is said so. */
export function answerCell(form: EditionForm, report: ApprovedReport, row: FrozenRow, field: FieldId): EditionCell {
  const cell = row.values[field]
  const spec = kinds[form.form]?.tables[row.table]?.fields[field]
  if (cell === undefined || spec === undefined)
    return typeof row.values.state === 'string' && spec && isNumeric(spec)
      ? { value: null, text: `${whyWords(row.values.state)} ${declaredWords(row.values)}`.trim() }
      : { text: '–' }
  const of = { submission: report.submission, n: report.revision.n, pointer: `/${row.table}/${row.id}/${field}` }
  if (isNumeric(spec) && typeof cell === 'string' && isDecimal(cell)) return { value: cell, of }
  return { text: shownCell(spec, cell), of }
}

/** A number of one column under the sum of lines above it, with the formula only where those lines give it exactly. */
export function summed(
  cell: EditionCell,
  column: string,
  lines: readonly EditionLine[],
  of: readonly number[],
): EditionCell {
  if (cell.value == null || of.length === 0) return cell
  const sum = of.reduce((all, n) => {
    const value = lines[n]?.cells[column]?.value
    return value == null ? all : all.plus(exact(value))
  }, zero)
  return decimalText(sum) === cell.value ? { ...cell, formula: { sum: [...of] } } : cell
}

/** A share of two columns of its line, with the formula where they give it: to the places a spreadsheet has. */
export function shareOf(
  cell: EditionCell,
  cells: Record<string, EditionCell>,
  [numerator, denominator]: [string, string],
): EditionCell {
  const [above, below] = [cells[numerator]?.value, cells[denominator]?.value]
  if (cell.value == null || above == null || below == null || exact(below).eq(zero)) return cell
  const computed = exact(above).times('100').div(below).round(9)
  return computed.eq(exact(cell.value).round(9))
    ? { ...cell, formula: { ratio: [numerator, denominator], times: '100' } }
    : cell
}

export const groupLine = (column: string, text: string, level = 0): EditionLine => ({
  as: 'group',
  ...(level > 0 && { level }),
  cells: { [column]: textCell(text) },
})
