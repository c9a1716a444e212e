import type { Row } from '@sepakat/rules'
import { noFigureWords } from '@sepakat/rules/sheet/noFigureWords.ts'
import { firstFigure } from '@sepakat/rules/sheet/outline.ts'
import { shownFigure } from '@sepakat/rules/words/figureText.ts'
import { useFigures, useForm } from '../FormContext.ts'
import { Covered } from './FigureOfRow.tsx'
import styles from './FoldedSums.module.css'

/**
 * On a phone, where the levels of a table over levels are below each other: the sums of a row that is folded, as its line has
 * them on a wide screen.
 */
export function FoldedSums({ row }: { row: Row }) {
  const { kind, names, store } = useForm()
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
            {figure.value === null
              ? noFigureWords(kind, names(), figure, store.evaluated().figures)
              : shownFigure(figure)}{' '}
            <Covered row={row} codes={[figure.code]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
