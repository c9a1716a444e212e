import { useFigures } from '../FormContext.ts'
import { FigureLines } from './FigureLines.tsx'
import styles from './WholeFigures.module.css'

/** The figures of the form as a whole. */
export function WholeFigures() {
  const figures = useFigures('')?.filter(figure => figure.code !== 'completeness')
  if (!figures || figures.length === 0) return null
  return (
    <section className={styles.whole} aria-label="Angka seluruh laporan">
      <FigureLines figures={figures} />
    </section>
  )
}
