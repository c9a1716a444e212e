import { coverageWords, figureName, figurePlace } from './figureWords.ts'
import styles from './Narrative.module.css'
import type { FoundFigure } from './Says.ts'

/** A figure in a list to choose from: its name and value, then where it is from and how complete. */
export function FigureOption({ of }: { of: FoundFigure }) {
  const lacks = coverageWords(of)
  return (
    <>
      <span className={styles.optionLine}>
        <span>{figureName(of)}</span>
        <strong>{of.said}</strong>
      </span>
      <small className={styles.optionPlace}>
        {figurePlace(of)}
        {lacks && <span className={styles.lacks}> · {lacks}</span>}
      </small>
    </>
  )
}
