import type { FrozenBlock, FrozenRow } from '@sepakat/rules'
import { isItemTable } from '@sepakat/rules/saving/kindShape.ts'
import {
  type AnyColumn,
  columnsOf,
  declaredState,
  figureCodes,
  firstFigure,
  inOrderOfWork,
  inRuns,
  isFigures,
  isSaidBelow,
} from '@sepakat/rules/sheet/outline.ts'
import type { ReadForm } from '@sepakat/rules/sheet/readForm.ts'
import type { Line, Piece } from './paper.ts'
import { figureWords, line, rowName, statePieces, valuePieces } from './rowPieces.ts'
import { sharesOf } from './sharesOf.ts'

/** Rows in columns; the children of a row are below it, where there is something to say. */
export function gridPiece(
  form: ReadForm,
  { table, rows }: FrozenBlock,
  hanging: (row: FrozenRow) => Piece[],
): Extract<Piece, { kind: 'grid' }> {
  const { kind, figuresOf, names } = form
  const isList = isItemTable(kind, table)
  const columns = columnsOf(kind, rows, field => names.fieldLabel(table, '', field))
  const all = inOrderOfWork(columns, figureCodes(kind, rows, figuresOf))
  const figureCell = (row: FrozenRow, codes: readonly string[]): Piece[] => {
    const figure = firstFigure(codes, figuresOf(row.id))
    return figure ? [line(...figureWords(figure, form, true))] : []
  }
  const lines = rows.flatMap((row, at): Line[] => {
    const first = isList ? [line({ text: `${at + 1}.` })] : [line(...rowName(row))]
    const cell = (column: AnyColumn) => ({
      pieces: isFigures(column)
        ? figureCell(row, column.codes)
        : column.field in row.fields
          ? valuePieces(form, row, column.field)
          : [],
      span: 1,
    })
    const said = declaredState(row.values)
      ? inRuns(all).flatMap(({ own, instead }) =>
          own.some(isFigures) ? own.map(cell) : [{ pieces: instead ? statePieces(row) : [], span: own.length }],
        )
      : all.map(cell)
    const below = isSaidBelow(row) ? hanging(row) : []
    return [{ cells: [{ pieces: first, span: 1 }, ...said] }, ...(below.length > 0 ? [{ below }] : [])]
  })
  const titles = [
    { title: isList ? 'No.' : 'Uraian', number: false },
    ...all.map(column =>
      isFigures(column)
        ? { title: together(names.figureLabel(column.codes[0] ?? '')), number: true }
        : { title: together(column.label), number: column.numeric },
    ),
  ]
  const shares = sharesOf(titles, lines)
  return { kind: 'grid', columns: titles.map((column, at) => ({ ...column, share: shares[at] ?? 0 })), lines }
}

/** The last word of a heading is not on a line of its own where it is as short as the number of a quarter. */
const together = (title: string): string => title.replace(/ (\S{1,3})$/u, '\u00a0$1')
