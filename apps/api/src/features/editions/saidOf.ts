import { bookOf, type EditionData, type Narrative, numberMarks, piecesOf, sayPiece } from '@sepakat/rules'

/** What each figure and direction of a text says now, and the numbers in it that equal no figure. */
export const saidOf = (narrative: Narrative, data: EditionData) => {
  const book = bookOf(data)
  const said = piecesOf(narrative).flatMap(({ at, piece }) => {
    if (piece.piece === 'text') return []
    const now = sayPiece(piece, book)
    const booked = book.find(piece.of)
    const name = booked
      ? [booked.label, booked.rowLabel, booked.period.slice(0, 4), booked.office?.shortName ?? 'seluruh daerah']
      : []
    const covered = booked && { coverage: booked.coverage, standing: booked.standing }
    return [
      {
        ...at,
        said: now,
        value: piece.piece === 'figure' ? (booked?.figure.value ?? null) : null,
        seen: piece.seen ?? null,
        moved: piece.seen !== undefined && piece.seen !== now,
        name: name.filter(part => part !== '').join(' · '),
        ...covered,
      },
    ]
  })
  return { said, marks: numberMarks(narrative, book) }
}
