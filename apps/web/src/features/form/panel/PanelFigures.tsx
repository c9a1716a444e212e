import type { Row } from '@sepakat/rules'
import { useFigures, useForm } from '../FormContext.ts'
import { FigureText, LateDerivation } from '../figures/FigureText.tsx'
import { Part } from './Part.tsx'
import styles from './RowPanel.module.css'

/** The figures of the row with their derivations. */
export function PanelFigures({ row }: { row: Row }) {
  const { names, go } = useForm()
  const figures = useFigures(row.id)?.filter(figure => figure.code !== 'completeness')
  // Heads of lists, and rows that repeat another table's, only share the id.
  if (!figures || figures.length === 0 || names().rowById(row.id)?.table !== row.table) return null
  return (
    <Part title="Angka dan perhitungannya">
      {figures.map(figure => (
        <details key={figure.code} className={styles.details}>
          <summary>
            {names().figureLabel(figure.code)}: <FigureText figure={figure} />
          </summary>
          <LateDerivation figure={figure} names={names()} onGo={go} />
        </details>
      ))}
    </Part>
  )
}
