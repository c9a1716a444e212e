import { exact } from '../numbers/decimal.ts'
import type { SaidPiece, SaidText } from './FrozenEdition.ts'
import type { BookedFigure, FigureBook } from './figureBook.ts'
import type { DirectionPiece, Narrative, NarrativePiece, NarrativeText } from './Narrative.ts'
import { notFound, sayFigure } from './sayFigure.ts'

type Directed = Pick<BookedFigure, 'figure' | 'direction'>
type Words = { up: string; down: string; same: string }

const words: Record<DirectionPiece['words'], Words> = {
  naik: { up: 'naik', down: 'turun', same: 'tetap' },
  meningkat: { up: 'meningkat', down: 'menurun', same: 'tetap' },
  'lebih tinggi': { up: 'lebih tinggi', down: 'lebih rendah', same: 'sama' },
  membaik: { up: 'membaik', down: 'memburuk', same: 'tetap' },
}

/** Of two figures of which one has no value. */
const notComparable = '(belum dapat dibandingkan)'

/**
 * How a figure is beside another, by the exact values. `membaik` follows from which way is better: an indicator of which lower is
 * better improves as it falls; where nothing is said, higher is better.
 */
function sayDirection(
  of: Directed | null,
  than: Directed | null,
  { words: chosen }: Pick<DirectionPiece, 'words'>,
): string {
  const now = of?.figure.value ?? null
  const then = than?.figure.value ?? null
  if (now === null || then === null) return notComparable
  const { up, down, same } = words[chosen]
  const order = exact(now).cmp(exact(then))
  if (order === 0) return same
  const isTurned = chosen === 'membaik' && of?.direction === 'lower'
  return order > 0 !== isTurned ? up : down
}

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
