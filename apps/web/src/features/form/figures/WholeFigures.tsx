import { useFigures } from '../FormContext.ts'
import { FigureLines } from './FigureLines.tsx'
import styles from './WholeFigures.module.css'

/** The figures of the form as a whole, without those that have no inputs yet. */
export function WholeFigures() {
  const figures = useFigures('')?.filter(({ code, why }) => code !== 'completeness' && why !== 'no-inputs')
  if (!figures || figures.length === 0) return null
  return (
    <section className={styles.whole} aria-label="Angka seluruh laporan">
      <FigureLines figures={figures} />
    </section>
  )
}
