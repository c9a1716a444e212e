import type { Figure } from '@sepakat/rules'
import type { Coverage } from '@sepakat/rules/figures/coverageOf.ts'
import styles from './Read.module.css'

/** `Σ 3/4`: of how many answers a figure is made. Of a share or a mean only where some were left out, and it has a value. */
export function CoverageView({ figure, of }: { figure: Figure; of: Coverage | null }) {
  if (!of) return null
  const { counted, all } = of
  const isSum = figure.derivation.formula === 'sum.1'
  if (!isSum && (counted === all || figure.value === null)) return null
  const words = `${isSum ? 'jumlah' : 'dihitung'} dari ${counted} isian; ${all} diminta`
  return (
    <small className={styles.coverage}>
      <span aria-hidden="true" title={words}>
        {isSum && 'Σ '}
        {counted}/{all}
      </span>
      <span className="visually-hidden">{words}</span>
    </small>
  )
}
