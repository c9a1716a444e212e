import type { Block } from '@sepakat/rules'
import { basisWords } from '@sepakat/rules/words/figureText.ts'
import { cx } from '#ui/cx.ts'
import { useFigures, useForm } from '../../FormContext.ts'
import styles from '../Filled.module.css'

/** The head of a column of figures, with their basis once: it holds for all rows. */
export function FigureHead({ block: { rows }, codes: [code = ''] }: { block: Block; codes: readonly string[] }) {
  const { names } = useForm()
  const basis = basisWords(useFigures(rows[0]?.id ?? '')?.find(figure => figure.code === code)?.basis ?? null)
  return (
    <th scope="col" className={cx(styles.num, styles.figure)}>
      {names().figureLabel(code)}
      {basis && <span className={styles.optional}> ({basis})</span>}
    </th>
  )
}
