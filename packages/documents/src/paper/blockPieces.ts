import type { FrozenBlock, FrozenRow } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { declaredState, fieldsOf, isHeaded, rowFigures } from '@sepakat/rules/sheet/outline.ts'
import type { ReadForm } from '@sepakat/rules/sheet/readForm.ts'
import { textOf } from '@sepakat/rules/words/textOf.ts'
import { gridPiece } from './gridPiece.ts'
import type { Answer, Piece, Words } from './paper.ts'
import { explanations, figureWords, line, rowName, statePieces, valuePieces } from './rowPieces.ts'

const heading = (level: number, words: Words): Piece => ({ kind: 'heading', level: Math.min(level, 6), words })

interface Place {
  level: number
  /** Not named by the heading above. */
  titled: boolean
  /** The section it is in. */
  section: string
}

/** A table of the form on paper: rows in columns where its kind has a grid or a list, else question by question. */
export function blockPieces(form: ReadForm, block: FrozenBlock, { level, titled, section }: Place): Piece[] {
  const declared = textOf(block.head?.state) !== ''
  const reason = textOf(block.head?.reason)
  const below = titled ? level + 1 : level
  return [
    ...(titled ? [heading(level, [{ text: block.title }])] : []),
    ...(declared ? [line({ text: `Dinyatakan tidak ada.${reason && ` Alasan: ${reason}`}` })] : []),
    ...(block.rows.length === 0 && !declared ? [line({ text: 'Tidak ada isian.', as: 'quiet' })] : []),
    ...(block.rows.length > 0 && block.layout !== 'card'
      ? [gridPiece(form, block, row => hangingPieces(form, row, { level: below, titled: true, section }))]
      : block.rows.flatMap(row => cardPieces(form, block, row, { level: below, titled, section }))),
  ]
}

function cardPieces(form: ReadForm, block: FrozenBlock, row: FrozenRow, { level, section }: Place): Piece[] {
  const { kind, figuresOf, names } = form
  const rows: Answer[] = [
    ...fieldsOf(kind, row).map(field => ({
      name: [{ text: row.fields[field] ?? field }],
      value: valuePieces(form, row, field),
      number: isNumeric(kind.tables[row.table]?.fields[field]),
      computed: false,
    })),
    ...rowFigures(kind, row, figuresOf).map(figure => ({
      name: [{ text: names.figureLabel(figure.code) }],
      value: [line(...figureWords(figure, form))],
      number: true,
      computed: true,
    })),
  ]
  const headed = isHeaded(kind, block, row, section)
  return [
    ...(headed ? [heading(level, rowName(row))] : []),
    ...statePieces(row),
    ...(declaredState(row.values) || rows.length === 0 ? [] : [{ kind: 'answers', rows } as const]),
    ...hangingPieces(form, row, { level: headed ? level + 1 : level, titled: true, section }),
  ]
}

/** What is printed below a row: its reasons, and its child tables. */
const hangingPieces = (form: ReadForm, row: FrozenRow, place: Place): Piece[] => [
  ...explanations(row),
  ...(declaredState(row.values) ? [] : row.blocks.flatMap(block => blockPieces(form, block, place))),
]
