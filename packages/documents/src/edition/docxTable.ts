import type { EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { cellWords, columnWords } from './cellWords.ts'
import { tableWidths } from './tableWidths.ts'

/** Arial is wider than the letters of the PDF: two half points less. */
const halfPoints = (size: number): number => size * 2 - 2
const dxa = (points: number): number => Math.floor(points * 20)

interface Said {
  text: string
  bold: boolean
  right: boolean
  centre?: boolean
  level?: number
}

/** A table of an edition as one of Word: its head on every page, numbers at the right, as wide as on paper. */
export function docxTable(table: EditionTable): Table {
  const { widths, size } = tableWidths(table)
  const cell = ({ text, bold, right, centre, level = 0 }: Said, n: number, fill?: string) =>
    new TableCell({
      width: { size: dxa(widths[n] ?? 0), type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      ...(fill && { shading: { fill } }),
      ...(centre && { verticalAlign: VerticalAlign.CENTER }),
      children: [
        new Paragraph({
          style: 'TableText',
          alignment: centre ? AlignmentType.CENTER : right ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: { left: level * 160 },
          children: [new TextRun({ text, bold, size: halfPoints(size) })],
        }),
      ],
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, n) =>
      cell({ text: columnWords(column), bold: true, right: false, centre: true }, n, 'EDEDED'),
    ),
  })
  const rows = table.lines.map(line => {
    const first = table.columns.findIndex(column => !column.number && cellWords(column, line.cells[column.id]) !== '')
    return new TableRow({
      cantSplit: true,
      children: table.columns.map((column, n) =>
        cell(
          {
            text: cellWords(column, line.cells[column.id]),
            bold: line.as !== undefined,
            right: column.number ?? false,
            level: n === first ? (line.level ?? 0) : 0,
          },
          n,
          line.as && 'F7F7F7',
        ),
      ),
    })
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + dxa(width), 0), type: WidthType.DXA },
    columnWidths: widths.map(dxa),
    rows: [head, ...rows],
  })
}
