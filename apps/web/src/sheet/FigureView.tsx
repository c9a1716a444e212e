import type { Figure } from '@sepakat/rules'
import { figureIn } from '@sepakat/rules/sheet/figureIn.ts'
import { shortFormula } from '@sepakat/rules/words/figureText.ts'
import { Button } from '#ui/Button.tsx'
import { ArchiveTag } from '#ui/Tag.tsx'
import { CoverageView } from './CoverageView.tsx'
import styles from './Read.module.css'
import { useReadForm } from './ReadFormContext.ts'

/**
 * A figure of a frozen form, with its category, basis and source. `brief`: where columns are narrow. `onExplain`: one press
 * shows its derivation; beside it are its numbers where they are few, and of how many answers it is made.
 */
export function FigureView({
  figure,
  brief = false,
  words,
  onExplain,
}: {
  figure: Figure
  brief?: boolean
  /** In place of its value: with a sign, as a difference. */
  words?: string
  onExplain?: (figure: Figure) => void
}) {
  const form = useReadForm()
  const { text: own, band, basis, according, archive, coverage } = figureIn(form, figure, brief)
  const text = words ?? own
  const numbers = onExplain && !brief ? shortFormula(figure.derivation) : null
  return (
    <>
      {onExplain ? (
        <Button
          kind="quiet"
          small
          className={styles.press}
          aria-haspopup="dialog"
          aria-label={`${words ?? figureIn(form, figure).text}, cara menghitung ${form.names.figureLabel(figure.code)}`}
          onClick={() => onExplain(figure)}
        >
          {text}
        </Button>
      ) : (
        text
      )}
      {numbers && <small className={styles.quiet}> ← {numbers}</small>}
      {band && ` · ${band}`}
      {[basis, according].map(said => said && <small key={said} className={styles.quiet}>{` (${said})`}</small>)}
      {archive && (
        <>
          {' '}
          <ArchiveTag />
        </>
      )}
      {onExplain && words === undefined && <CoverageView figure={figure} of={coverage} />}
    </>
  )
}
