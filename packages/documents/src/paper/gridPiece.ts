import type { FrozenBlock, FrozenRow } from '@sepakat/rules'
import { isItemTable } from '@sepakat/rules/saving/kindShape.ts'
import {
  columnsOf,
  declaredState,
  figureCodes,
  inOrderOfWork,
  inRuns,
  isSaidBelow,
} from '@sepakat/rules/sheet/outline.ts'
import type { ReadForm } from '@sepakat/rules/sheet/readForm.ts'
import type { Line, Piece } from './paper.ts'
import { figureWords, line, rowName, statePieces, valuePieces } from './rowWords.ts'
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
  const isFigure = (column: (typeof all)[number]) => typeof column === 'string'
  const figureCell = (row: FrozenRow, code: string): Piece[] => {
    const figure = figuresOf(row.id).find(one => one.code === code)
    return figure ? [line(...figureWords(figure, form, true))] : []
  }
  const lines = rows.flatMap((row, at): Line[] => {
    const first = isList ? [line({ text: `${at + 1}.` })] : [line(...rowName(row))]
    const cell = (column: (typeof all)[number]) => ({
      pieces:
        typeof column === 'string'
          ? figureCell(row, column)
          : column.field in row.fields
            ? valuePieces(form, row, column.field)
            : [],
      span: 1,
    })
    const said = declaredState(row.values)
      ? inRuns(all, isFigure).flatMap(({ own, instead }) =>
          own.some(isFigure) ? own.map(cell) : [{ pieces: instead ? statePieces(row) : [], span: own.length }],
        )
      : all.map(cell)
    const below = isSaidBelow(row) ? hanging(row) : []
    return [{ cells: [{ pieces: first, span: 1 }, ...said] }, ...(below.length > 0 ? [{ below }] : [])]
  })
  const titles = [
    { title: isList ? 'No.' : 'Uraian', number: false },
    ...all.map(column =>
      typeof column === 'string'
        ? { title: together(names.figureLabel(column)), number: true }
        : { title: together(column.label), number: column.numeric },
    ),
  ]
  const shares = sharesOf(titles, lines)
  return { kind: 'grid', columns: titles.map((column, at) => ({ ...column, share: shares[at] ?? 0 })), lines }
}

/** The last word of a heading is not on a line of its own where it is as short as the number of a quarter. */
const together = (title: string): string => title.replace(/ (\S{1,3})$/u, '\u00a0$1')
