import type { FrozenBlock, FrozenRow } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { shownFigure } from '@sepakat/rules/words/figureText.ts'
import type { Line, Piece, Words } from './paper.ts'
import { line, markedWords, type Printing, rowName, stateOf, statePieces, valuePieces } from './rowWords.ts'
import { sharesOf } from './sharesOf.ts'

/** Rows in columns; the children of a row are below it, where there is something to say. */
export function gridPiece(
  printing: Printing,
  block: FrozenBlock,
  hanging: (row: FrozenRow) => Piece[],
): Extract<Piece, { kind: 'grid' }> {
  const { kind, figures, names } = printing
  const spec = kind.tables[block.table]
  const fields = Object.keys(spec?.fields ?? {}).filter(field => block.rows.some(row => field in row.fields))
  const isList = spec?.rows.from === 'items'
  const codes = [...new Set(block.rows.flatMap(row => figures.get(row.id)?.map(({ code }) => code) ?? []))].filter(
    code => code !== 'completeness' && spec?.rows.from !== 'each',
  )
  const figureCell = (row: FrozenRow, code: string): Piece[] => {
    const figure = figures.get(row.id)?.find(one => one.code === code)
    if (!figure) return []
    const band: Words = figure.band ? [{ text: ` ${figure.band.label}`, as: 'quiet' }] : []
    return [line({ text: shownFigure(figure) }, ...band, ...markedWords(figure, printing))]
  }
  const lines = block.rows.flatMap((row, at): Line[] => {
    const first = isList ? [line({ text: `${at + 1}.` })] : [line(...rowName(row))]
    const state = statePieces(row)
    const values =
      stateOf(row) && fields.length > 0
        ? [{ pieces: state, span: fields.length }]
        : fields.map(field => ({ pieces: field in row.fields ? valuePieces(printing, row, field) : [], span: 1 }))
    const computed = codes.map(code => ({ pieces: figureCell(row, code), span: 1 }))
    const below = isWorthSaying(row) ? hanging(row) : []
    return [{ cells: [{ pieces: first, span: 1 }, ...values, ...computed] }, ...(below.length > 0 ? [{ below }] : [])]
  })
  const titles = [
    { title: isList ? 'No.' : 'Uraian', number: false },
    ...fields.map(field => ({
      title: together(block.rows.find(row => field in row.fields)?.fields[field] ?? field),
      number: isNumeric(spec?.fields[field]),
    })),
    ...codes.map(code => ({ title: together(names.figureLabel(code)), number: true })),
  ]
  const shares = sharesOf(titles, lines)
  return { kind: 'grid', columns: titles.map((column, at) => ({ ...column, share: shares[at] ?? 0 })), lines }
}

const isWorthSaying = (row: FrozenRow): boolean =>
  Object.keys(row.values).some(field => field.startsWith('why-')) ||
  row.blocks.some(block => block.rows.length > 0 || block.head?.state !== undefined)

/** The last word of a heading is not on a line of its own where it is as short as the number of a quarter. */
const together = (title: string): string => title.replace(/ (\S{1,3})$/u, '\u00a0$1')
