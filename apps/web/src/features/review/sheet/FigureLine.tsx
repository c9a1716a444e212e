import type { Figure } from '@sepakat/rules'
import { figureIn } from '@sepakat/rules/sheet/figureIn.ts'
import { shortFormula, shownFigure } from '@sepakat/rules/words/figureText.ts'
import { differenceText } from '#sheet/earlier.ts'
import { FigureView } from '#sheet/FigureView.tsx'
import { tableRoles } from '#sheet/tableRoles.ts'
import { cx } from '#ui/cx.ts'
import { useReview } from '../ReviewContext.ts'
import styles from './Lines.module.css'

/** A computed figure, what it is computed from under its name, and the same of the previous period. */
export function FigureLine({ figure }: { figure: Figure }) {
  const { sheet, explain } = useReview()
  const { earlier, read } = sheet
  const { basis } = figureIn(read, figure)
  const numbers = figure.value === null ? null : shortFormula(figure.derivation)
  const then = sheet.earlierFigures.get(`${figure.code}/${figure.row}`)
  const said = [numbers && `← ${numbers}`, basis].filter(Boolean)
  return (
    <tr {...tableRoles.row}>
      <th scope="row" className={styles.label} {...tableRoles.rowHead}>
        {read.names.figureLabel(figure.code)}
        {said.length > 0 && <small className={styles.basis}>{said.join(' · ')}</small>}
      </th>
      {earlier && (
        <td data-head={earlier.label} className={cx(styles.num, styles.earlier)} {...tableRoles.cell}>
          {then?.value != null && shownFigure(then)}
        </td>
      )}
      <td className={cx(styles.num, styles.now)} {...tableRoles.cell}>
        <FigureView figure={figure} brief={figure.value !== null} onExplain={explain} />
      </td>
      {earlier && (
        <td data-head="Selisih" className={cx(styles.num, styles.difference)} {...tableRoles.cell}>
          {then?.value != null && then.unit === figure.unit && figure.value !== null
            ? differenceText(figure.value, then.value, decimalsShown(figure))
            : null}
        </td>
      )}
    </tr>
  )
}

/** As many decimals as the figure itself is shown with. */
const decimalsShown = (figure: Figure): number => /,(\d+)/.exec(shownFigure(figure))?.[1]?.length ?? 0
