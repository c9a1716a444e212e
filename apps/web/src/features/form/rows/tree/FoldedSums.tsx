import type { Row } from '@sepakat/rules'
import { firstFigure } from '@sepakat/rules/sheet/outline.ts'
import { useFigures, useForm } from '../../FormContext.ts'
import { FigureText } from '../../figures/FigureText.tsx'
import styles from './FoldedSums.module.css'

/**
 * On a phone, where the levels of a table over levels are below each other: the sums of a row that is folded, as its line has
 * them on a wide screen.
 */
export function FoldedSums({ row }: { row: Row }) {
  const { kind, names } = useForm()
  const own = useFigures(row.id)
  const places = (kind.tree?.columns ?? []).flatMap(column =>
    'figures' in column ? [column.figures] : column.sum !== undefined ? [[column.sum]] : [],
  )
  const figures = places.flatMap(codes => firstFigure(codes, own) ?? [])
  if (figures.length === 0) return null
  return (
    <dl className={styles.sums}>
      {figures.map(figure => (
        <div key={figure.code}>
          <dt>{names().figureLabel(figure.code)}</dt>
          <dd>
            <FigureText figure={figure} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
