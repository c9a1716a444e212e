import type { FrozenBlock, FrozenRow } from '@sepakat/rules'
import { shownFigure } from '@sepakat/rules/words/figureText.ts'
import type { Column, Line, Piece, Words } from './paper.ts'
import { isNumber, line, markedWords, type Printing, rowName, stateOf, statePieces, valuePieces } from './rowWords.ts'

/** Rows in columns; what hangs on a row stands below it, where there is something to say. */
export function gridPiece(
  printing: Printing,
  block: FrozenBlock,
  hanging: (row: FrozenRow) => Piece[],
): Extract<Piece, { kind: 'grid' }> {
  const { kind, figures, names, sources } = printing
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
    return [line({ text: shownFigure(figure) }, ...band, ...markedWords(figure, sources))]
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
      title: block.rows.find(row => field in row.fields)?.fields[field] ?? field,
      number: isNumber(spec?.fields[field]),
    })),
    ...codes.map(code => ({ title: names.figureLabel(code), number: true })),
  ]
  return {
    kind: 'grid',
    columns: titles.map((column, at) => ({ ...column, share: shareOf(column, at, lines) })),
    lines,
  }
}

const isWorthSaying = (row: FrozenRow): boolean =>
  Object.keys(row.values).some(field => field.startsWith('why-')) ||
  row.blocks.some(block => block.rows.length > 0 || block.head?.state !== undefined)

/**
 * A number is never broken; text gets more the longer it is, within bounds, and what stands beside its longest word in bold is
 * three letters' room. Widths that are given are drawn fastest.
 */
function shareOf({ title, number }: Omit<Column, 'share'>, at: number, lines: Line[]): number {
  const lengths = lines.flatMap(one => ('cells' in one ? lengthOf(one.cells, at) : []))
  const word = Math.max(...title.split(/\s/).map(part => part.length)) + 3
  const longest = Math.max(word, ...lengths.map(length => length + 3))
  return number || longest < 11 ? Math.max(7, Math.min(longest, 29)) : Math.max(word, 14, Math.min(longest / 2, 34))
}

const lengthOf = (cells: Extract<Line, { cells: unknown }>['cells'], at: number): number[] => {
  const whole = cells.every(({ span }) => span === 1)
  return whole ? (cells[at]?.pieces ?? []).map(piece => (piece.kind === 'text' ? lettersOf(piece.words) : 0)) : []
}
const lettersOf = (words: { text: string }[]): number => words.reduce((sum, { text }) => sum + text.length, 0)
