import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import type { EditionTable, FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { mostShown, places, shownCell } from '@sepakat/rules/editions/shownCell.ts'
import { formatNumber } from '@sepakat/rules/numbers/formatNumber.ts'
import { columnWords, plainSpaces } from './columnWords.ts'
import { editionTables, type NamedTable } from './editionTables.ts'
import { provenance } from './provenance.ts'
import { sheetFormula } from './sheetFormula.ts'
import { sheetNumber } from './sheetNumber.ts'

/** Title, an empty row, the head; then the first line. */
const headRow = 3
const firstRow = headRow + 1
/** Said with each: else a spreadsheet takes another. */
const letters = { name: 'Calibri', size: 11 }
/** The widths of columns, in letters. */
const [narrowest, widest] = [8, 50]

/**
 * An edition as a workbook of one sheet a table, in front of them one that lists them. What a sheet can compute it computes, each
 * formula with the value it gives. Texts are texts, whatever they look like: nothing in them runs.
 */
export async function editionXlsx(edition: FrozenEdition): Promise<Uint8Array<ArrayBuffer>> {
  const tables = editionTables(edition)
  const workbook = new Workbook()
  const at = new Date(edition.frozen?.at ?? '2000-01-01T00:00:00Z')
  Object.assign(workbook, { creator: `Pemerintah ${edition.region}`, title: edition.title, created: at, modified: at })
  addList(workbook, edition, tables)
  for (const { name, table } of tables) addTable(workbook.addWorksheet(name), table)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addList(workbook: Workbook, edition: FrozenEdition, tables: readonly NamedTable[]): void {
  const sheet = workbook.addWorksheet('Ringkasan')
  sheet.getCell('A1').value = `${edition.title} ${edition.region} ${edition.periodWords}`
  sheet.getCell('A1').font = { ...letters, bold: true, size: 14 }
  sheet.getCell('A2').value = provenance(edition)
  const heads = ['Lembar', 'Bagian', 'Judul']
  for (const [n, head] of heads.entries()) headCell(sheet.getCell(firstRow, n + 1), head)
  for (const [n, { name, part, table }] of tables.entries()) {
    const row = firstRow + 1 + n
    sheet.getCell(row, 1).value = { text: name, hyperlink: `#'${name.replaceAll("'", "''")}'!A1` }
    sheet.getCell(row, 1).font = { ...letters, underline: true, color: { argb: 'FF0B5394' } }
    for (const [column, text] of [part, table.title].entries()) textCell(sheet.getCell(row, column + 2), text)
  }
  for (const [n, width] of [28, 50, 70].entries()) sheet.getColumn(n + 1).width = width
  sheet.views = [{ state: 'frozen', ySplit: firstRow }]
  fitToPage(sheet, true)
}

function addTable(sheet: Worksheet, table: EditionTable): void {
  sheet.getCell('A1').value = table.title
  sheet.getCell('A1').font = { ...letters, bold: true, size: 12 }
  for (const [n, column] of table.columns.entries()) {
    headCell(sheet.getCell(headRow, n + 1), columnWords(column))
    sheet.getColumn(n + 1).width = widthOf(table, column)
  }
  for (const [line, { as, level = 0, cells }] of table.lines.entries())
    for (const [n, column] of table.columns.entries()) {
      const cell = sheet.getCell(firstRow + line, n + 1)
      const own = cells[column.id]
      const written = own?.value == null ? null : sheetNumber(own.value)
      if (written !== null) {
        const formula = sheetFormula({ table, line, column: column.id, firstRow })
        cell.value = formula === null ? Number(written) : { formula, result: Number(written) }
        cell.numFmt = formatOf(column.decimals ?? Math.min(mostShown, places(written)))
        cell.alignment = { vertical: 'top', horizontal: 'right' }
      } else if (own) {
        const isLong = own.value != null
        // more digits than a sheet keeps of a number
        textCell(cell, isLong ? formatNumber(own.value ?? '0') : shownCell(column, own))
        cell.alignment = {
          vertical: 'top',
          wrapText: true,
          indent: n === 0 ? level : 0,
          ...(column.number && { horizontal: 'right' }),
        }
      }
      if (as) cell.font = { ...letters, bold: true }
    }
  const notes = [...table.notes, ...(table.lines.some(hasLong) ? [longNote] : [])]
  for (const [n, note] of notes.entries()) sheet.getCell(firstRow + table.lines.length + 1 + n, 1).value = note
  sheet.views = [{ state: 'frozen', ySplit: headRow }]
  fitToPage(sheet, table.columns.length > 6)
}

/** Printed as wide as a page. */
const fitToPage = (sheet: Worksheet, lying: boolean): void =>
  void Object.assign(sheet.pageSetup, {
    orientation: lying ? 'landscape' : 'portrait',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  })

const longNote = 'Angka yang lebih dari 15 digit ditulis sebagai teks, karena lembar kerja akan membulatkannya.'
const hasLong = ({ cells }: EditionTable['lines'][number]): boolean =>
  Object.values(cells).some(({ value }) => value != null && sheetNumber(value) === null)

function headCell(cell: Cell, text: string): void {
  cell.value = text
  cell.font = { ...letters, bold: true }
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } }
  cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
  cell.border = { bottom: { style: 'thin' } }
}

function textCell(cell: Cell, text: string): void {
  cell.value = plainSpaces(text)
  cell.alignment = { vertical: 'top', wrapText: true }
}

const formatOf = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`)

const widthOf = ({ lines }: EditionTable, column: EditionTable['columns'][number]): number => {
  const longest = lines.reduce((most, { as, cells }) => {
    const cell = cells[column.id]
    // a heading over lines goes on over the cells beside it
    return as === 'group' || !cell
      ? most
      : Math.max(most, (cell.value == null ? shownCell(column, cell) : formatNumber(cell.value)).length)
  }, 0)
  const word = Math.max(
    ...columnWords(column)
      .split(' ')
      .map(({ length }) => length),
  )
  return Math.min(widest, Math.max(narrowest, word + 2, longest + 2))
}
