import type { Figure } from '@sepakat/rules'
import { figureIn } from '@sepakat/rules/sheet/figureIn.ts'
import { shortFormula } from '@sepakat/rules/words/figureText.ts'
import { Button } from '#ui/Button.tsx'
import { ArchiveTag } from '#ui/Tag.tsx'
import styles from './Read.module.css'
import { useReadForm } from './ReadFormContext.ts'

/**
 * A figure of a frozen form, with its category, basis and source. `brief`: where columns are narrow. `onExplain`: one press
 * shows its derivation, and its numbers are beside it where they are few.
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
  const { text: own, band, basis, according, archive } = figureIn(form, figure, brief)
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
    </>
  )
}
