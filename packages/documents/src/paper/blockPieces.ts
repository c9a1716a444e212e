import type { FrozenBlock, FrozenRow, Kind } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { textOf } from '@sepakat/rules/words/textOf.ts'
import { gridPiece } from './gridPiece.ts'
import type { Answer, Piece, Words } from './paper.ts'
import {
  explanations,
  figureWords,
  line,
  type Printing,
  rowName,
  stateOf,
  statePieces,
  valuePieces,
} from './rowWords.ts'

const heading = (level: number, words: Words): Piece => ({ kind: 'heading', level: Math.min(level, 6), words })

interface Place {
  level: number
  titled: boolean
  /** The title of its section: a row of that name has its heading already. */
  section?: string
}

/** A table of the form on paper: rows in columns where its kind has a grid or a list, else question by question. */
export function blockPieces(printing: Printing, block: FrozenBlock, { level, titled, section }: Place): Piece[] {
  const declared = textOf(block.head?.state) !== ''
  const reason = textOf(block.head?.reason)
  const below = titled ? level + 1 : level
  return [
    ...(titled ? [heading(level, [{ text: block.title }])] : []),
    ...(declared ? [line({ text: `Dinyatakan tidak ada.${reason && ` Alasan: ${reason}`}` })] : []),
    ...(block.rows.length === 0 && !declared ? [line({ text: 'Tidak ada isian.', as: 'quiet' })] : []),
    ...(block.rows.length > 0 && block.layout !== 'card'
      ? [gridPiece(printing, block, row => hangingPieces(printing, row, below))]
      : block.rows.flatMap(row => cardPieces(printing, row, below, row.id === section))),
  ]
}

function cardPieces(printing: Printing, row: FrozenRow, level: number, alone: boolean): Piece[] {
  const { kind, figures, names } = printing
  const each = kind.tables[row.table]?.rows.from === 'each'
  const own = each ? [] : (figures.get(row.id)?.filter(({ code }) => code !== 'completeness') ?? [])
  const rows: Answer[] = [
    ...fieldsOf(kind, row).map(field => ({
      name: [{ text: row.fields[field] ?? field }],
      value: valuePieces(printing, row, field),
      number: isNumeric(kind.tables[row.table]?.fields[field]),
      computed: false,
    })),
    ...own.map(figure => ({
      name: [{ text: names.figureLabel(figure.code) }],
      value: [line(...figureWords(figure, printing))],
      number: true,
      computed: true,
    })),
  ]
  const under = alone ? level : level + 1
  return [
    ...(alone || each ? [] : [heading(level, rowName(row))]),
    ...statePieces(row),
    ...(stateOf(row) || rows.length === 0 ? [] : [{ kind: 'answers', rows } as const]),
    ...hangingPieces(printing, row, under),
  ]
}

/** What is printed below a row: its reasons, and its child tables. */
const hangingPieces = (printing: Printing, row: FrozenRow, level: number): Piece[] => [
  ...explanations(row),
  ...(stateOf(row) ? [] : row.blocks.flatMap(block => blockPieces(printing, block, { level, titled: true }))),
]

/** In the order of the kind: JSON as it is stored keeps none. */
const fieldsOf = (kind: Kind, row: FrozenRow): string[] =>
  Object.keys(kind.tables[row.table]?.fields ?? row.fields).filter(field => field in row.fields)
