import type { EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import { columnWords } from './columnWords.ts'
import { lineCells } from './lineCells.ts'
import { indentOf, tableWidths } from './tableWidths.ts'

/** Arial is wider than the letters of the PDF: two half points less. */
const halfPoints = (size: number): number => size * 2 - 2
const dxa = (points: number): number => Math.floor(points * 20)

interface Said {
  text: string
  /** The column it begins in, and how many it takes. */
  at: number
  span: number
  bold: boolean
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType]
  level: number
  fill?: string | undefined
}

/** A table of an edition as one of Word: its head on every page, numbers at the right, as wide as on paper. */
export function docxTable(table: EditionTable): Table {
  const { widths, size } = tableWidths(table)
  const cell = ({ text, at, span, bold, alignment, level, fill }: Said) => {
    const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0)
    return new TableCell({
      width: { size: dxa(width), type: WidthType.DXA },
      columnSpan: span,
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      ...(fill && { shading: { fill } }),
      children: [
        new Paragraph({
          style: 'TableText',
          alignment,
          indent: { left: dxa(indentOf(level, { size, width })) },
          children: [new TextRun({ text, bold, size: halfPoints(size) })],
        }),
      ],
    })
  }
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, at) =>
      cell({
        text: columnWords(column),
        at,
        span: 1,
        bold: true,
        alignment: AlignmentType.CENTER,
        level: 0,
        fill: 'EDEDED',
      }),
    ),
  })
  const rows = table.lines.map(line => {
    const bold = line.as !== undefined
    return new TableRow({
      cantSplit: true,
      children: lineCells(table, line).map(({ text, number, level, span }, at) =>
        cell({
          text,
          at,
          span,
          bold,
          alignment: number ? AlignmentType.RIGHT : AlignmentType.LEFT,
          level,
          fill: bold ? 'F7F7F7' : undefined,
        }),
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
