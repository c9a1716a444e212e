import type { Figure } from '@sepakat/rules'
import { FigureView } from '#sheet/FigureView.tsx'
import { useReadForm } from '#sheet/ReadFormContext.ts'
import styles from './Print.module.css'

/** Figures as rows of a printed table. */
export function PrintedFigures({ figures }: { figures: readonly Figure[] }) {
  const { names } = useReadForm()
  return figures.map(figure => (
    <tr key={figure.code} className={styles.figure}>
      <th scope="row">{names.figureLabel(figure.code)}</th>
      <td className={styles.num}>
        <FigureView figure={figure} />
      </td>
    </tr>
  ))
}
