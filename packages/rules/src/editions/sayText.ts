import type { SaidPiece, SaidText } from './FrozenEdition.ts'
import type { FigureBook } from './figureBook.ts'
import type { Narrative, NarrativePiece, NarrativeText } from './Narrative.ts'
import { sayDirection } from './sayDirection.ts'
import { notFound, sayFigure } from './sayFigure.ts'

/** What a figure or a direction says now. */
export function sayPiece(piece: Exclude<NarrativePiece, { piece: 'text' }>, { find }: FigureBook): string {
  if (piece.piece === 'direction') return sayDirection(find(piece.of), find(piece.than), piece)
  const found = find(piece.of)
  return found ? sayFigure(found.figure, piece) : notFound
}

const nothing = { coverage: { owed: 0, reported: 0, approved: 0 }, standing: 'incomplete' as const }

function said(piece: NarrativePiece, book: FigureBook): SaidPiece {
  if (piece.piece === 'text') return piece
  const text = sayPiece(piece, book)
  if (piece.piece === 'direction') return { piece: 'direction', said: text }
  const found = book.find(piece.of)
  const { coverage, standing } = found ?? nothing
  return {
    piece: 'figure',
    of: piece.of,
    said: text,
    value: found?.figure.value ?? null,
    unit: found?.figure.unit ?? '',
    coverage,
    standing,
  }
}

/** A text with its figures said. */
export const sayText = (text: NarrativeText, book: FigureBook): SaidText => text.map(piece => said(piece, book))

/** The letters of a text. */
export const lettersOf = (text: SaidText): string =>
  text.map(piece => (piece.piece === 'text' ? piece.text : piece.said)).join('')

/** Where in a narrative: block, item of a list (0 elsewhere), piece. */
export interface PiecePlace {
  block: number
  item: number
  piece: number
}

/** Every piece of a narrative with its place. */
export const piecesOf = (narrative: Narrative): { at: PiecePlace; piece: NarrativePiece }[] =>
  narrative.flatMap((one, block) => {
    const texts = 'text' in one ? [one.text] : 'items' in one ? one.items : []
    return texts.flatMap((text, item) => text.map((piece, n) => ({ at: { block, item, piece: n }, piece })))
  })

/** With what each figure and direction says now as what was last seen. */
export const asSeen = (narrative: Narrative, book: FigureBook): Narrative => {
  const seenIn = (text: NarrativeText): NarrativeText =>
    text.map(piece => (piece.piece === 'text' ? piece : { ...piece, seen: sayPiece(piece, book) }))
  return narrative.map(block =>
    'text' in block
      ? { ...block, text: seenIn(block.text) }
      : 'items' in block
        ? { ...block, items: block.items.map(seenIn) }
        : block,
  )
}
