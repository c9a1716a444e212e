import type { Figure } from '@sepakat/rules'
import { usesArchive } from '@sepakat/rules/names/valueBefore.ts'
import { accordingTo } from '@sepakat/rules/words/accordingTo.ts'
import { basisWords, shortFormula, shownFigure } from '@sepakat/rules/words/figureText.ts'
import { ArchiveTag } from '#ui/ArchiveTag.tsx'
import { Button } from '#ui/Button.tsx'
import styles from './Read.module.css'
import { useReadForm } from './ReadFormContext.ts'

/**
 * A figure of a frozen form, with its category, basis and source. `brief`: where columns are narrow. `onExplain`: one press
 * shows its derivation, and its numbers are beside it where they are few.
 */
export function FigureView({
  figure,
  brief = false,
  onExplain,
}: {
  figure: Figure
  brief?: boolean
  onExplain?: (figure: Figure) => void
}) {
  const form = useReadForm()
  const said = figure.value === null ? form.names.why(figure) : shownFigure(figure)
  const words = brief && figure.value === null ? '–' : said
  const basis = figure.value === null || brief ? null : basisWords(figure.basis)
  const numbers = onExplain && !brief ? shortFormula(figure.derivation) : null
  const according = accordingTo(figure, form)
  return (
    <>
      {onExplain ? (
        <Button
          kind="quiet"
          small
          className={styles.press}
          aria-haspopup="dialog"
          aria-label={`${said}, cara menghitung ${form.names.figureLabel(figure.code)}`}
          onClick={() => onExplain(figure)}
        >
          {words}
        </Button>
      ) : (
        words
      )}
      {numbers && <span className={styles.quiet}> ← {numbers}</span>}
      {figure.band && ` · ${figure.band.label}`}
      {basis && <span className={styles.quiet}> ({basis})</span>}
      {according && <span className={styles.quiet}> ({according})</span>}
      {usesArchive(figure, form.sources) && (
        <>
          {' '}
          <ArchiveTag />
        </>
      )}
    </>
  )
}
