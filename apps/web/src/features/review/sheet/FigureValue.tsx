import type { Figure } from '@sepakat/rules'
import { usesArchive } from '@sepakat/rules/names/valueBefore.ts'
import { accordingTo } from '@sepakat/rules/words/accordingTo.ts'
import { basisWords, shortFormula, shownFigure } from '@sepakat/rules/words/figureText.ts'
import { ArchiveTag } from '#ui/ArchiveTag.tsx'
import { Button } from '#ui/Button.tsx'
import { cx } from '#ui/cx.ts'
import { useReview } from '../ReviewContext.ts'
import styles from './Figure.module.css'

/** A figure with its inputs; one press shows its derivation. `brief`: the value alone, where columns are narrow. */
export function FigureValue({ figure, brief, right }: { figure: Figure; brief?: boolean; right?: boolean }) {
  const { sheet, explain } = useReview()
  const numbers = brief ? null : shortFormula(figure.derivation)
  const basis = basisWords(figure.basis)
  const { kind, body } = sheet
  const according = kind && accordingTo(figure, { ...body, kind })
  const value = figure.value === null ? sheet.names.why(figure) : shownFigure(figure)
  return (
    <span className={cx(styles.figure, right && styles.right)}>
      <Button
        kind="quiet"
        small
        className={styles.press}
        aria-haspopup="dialog"
        aria-label={`${value}, cara menghitung ${sheet.names.figureLabel(figure.code)}`}
        onClick={() => explain(figure)}
      >
        {value}
      </Button>
      {numbers && <small>← {numbers}</small>}
      {figure.band && <strong className={styles.band}>{figure.band.label}</strong>}
      {usesArchive(figure, body.sources) && <ArchiveTag />}
      {according && <small>{according}</small>}
      {basis && !brief && <small>{basis}</small>}
    </span>
  )
}
