import styles from './Overview.module.css'

export interface Piece {
  id: 'approved' | 'submitted' | 'begun' | 'rest'
  size: number
}

/** Start and width of each piece, in percent of the whole. */
export function placed(pieces: readonly Piece[], all: number): (Piece & { x: number; width: number })[] {
  let x = 0
  return pieces.flatMap(piece => {
    const width = all > 0 ? (Math.max(0, piece.size) / all) * 100 : 0
    const at = x
    x += width
    return width > 0 ? [{ ...piece, x: at, width }] : []
  })
}

/** A stacked bar. The numbers are beside it in the table, so it is only a picture of them. */
export function StackedBar({ pieces, all }: { pieces: readonly Piece[]; all: number }) {
  return (
    <svg className={styles.bar} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10">
      {placed(pieces, all).map(piece => (
        <rect key={piece.id} className={styles[piece.id]} x={piece.x} width={piece.width} height="10" />
      ))}
    </svg>
  )
}
