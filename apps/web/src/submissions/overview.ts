// Reads GET /overview: a sentence and a matrix. Its totals are cumulative: approved ones were submitted, submitted ones
// created. No form or report type is named here; titles come with the data.
import { periodTitle, quarterTitle } from '@sepakat/rules/periods/period.ts'
import { isToDo, type ReportStatus } from '@sepakat/rules/workflow/statuses.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { count } from '#ui/numbers.ts'
import { formName } from './reportName.ts'

export type Overview = ResponseOf<'GET /overview'>
export type OverviewCell = Overview['cells'][number]

/**
 * `41 dari 49 laporan disetujui; 5 menunggu diperiksa; 3 terlambat, 1 di antaranya belum dikirim.` Those that are not sent are what
 * the lists of the home pages call late.
 */
export function overviewSentence(
  { totals, coverage, cells }: Pick<Overview, 'totals' | 'coverage' | 'cells'>,
  year: number,
): string {
  const sum = (pick: (total: Overview['totals'][number]) => number) => totals.reduce((n, total) => n + pick(total), 0)
  const all = sum(total => total.all)
  if (all === 0) return `Belum ada kewajiban lapor untuk tahun ${year}.`
  const approved = sum(total => total.approved)
  const waiting = sum(total => total.submitted - total.approved)
  const late = sum(total => total.late)
  const awaited = cells.filter(cell => cell.late && isToDo(cell.status as ReportStatus)).length
  const notUsing = new Set(coverage.flatMap(one => one.notUsing.map(office => office.id))).size
  const parts = [
    `${count(approved)} dari ${count(all)} laporan tahun ${year} sudah disetujui`,
    waiting > 0 ? `${count(waiting)} menunggu diperiksa` : '',
    late > 0 ? `${count(late)} terlambat, ${awaitedWords(awaited, late)}` : 'tidak ada yang terlambat',
    notUsing > 0 ? `${count(notUsing)} perangkat daerah belum memakai SEPAKAT` : '',
  ]
  return `${parts.filter(Boolean).join('; ')}.`
}

const awaitedWords = (awaited: number, late: number): string =>
  awaited === 0
    ? 'semuanya sudah dikirim'
    : awaited === late
      ? 'belum dikirim'
      : `${count(awaited)} di antaranya belum dikirim`

interface MatrixColumn {
  id: string
  form: string
  title: string
  /** `Triwulan III` or `Tahun 2026`. */
  period: string
}
export interface Matrix {
  columns: MatrixColumn[]
  rows: { office: OverviewCell['office']; cells: (OverviewCell | null)[] }[]
}

const lateOf = ({ byColumn }: { byColumn: Map<string, OverviewCell> }): number =>
  [...byColumn.values()].filter(({ late }) => late).length

/**
 * Offices, those with more late reports first and then by name, against the forms and periods they owe; null where an office does not owe one. `forms` and their titles come in
 * working order, as `GET /forms` has them.
 */
export function matrixOf(cells: readonly OverviewCell[], forms: ReadonlyMap<string, string>): Matrix {
  const keyOf = (cell: OverviewCell) => `${cell.form} ${cell.period}`
  const columns = new Map<string, MatrixColumn>()
  const offices = new Map<string, { office: OverviewCell['office']; byColumn: Map<string, OverviewCell> }>()
  for (const cell of cells) {
    const id = keyOf(cell)
    columns.set(id, {
      id,
      form: cell.form,
      title: formName(cell.form, forms.get(cell.form) ?? cell.form),
      period: quarterTitle(cell.period) ?? periodTitle(cell.period),
    })
    const row = offices.get(cell.office.id) ?? { office: cell.office, byColumn: new Map() }
    row.byColumn.set(id, cell)
    offices.set(cell.office.id, row)
  }
  const order = [...forms.keys()]
  const at = ({ form }: MatrixColumn) => (order.includes(form) ? order.indexOf(form) : order.length)
  const ordered = [...columns.values()].sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1))
  const rows = [...offices.values()]
    .sort((a, b) => lateOf(b) - lateOf(a) || a.office.name.localeCompare(b.office.name, 'id'))
    .map(({ office, byColumn }) => ({ office, cells: ordered.map(column => byColumn.get(column.id) ?? null) }))
  return { columns: ordered, rows }
}
