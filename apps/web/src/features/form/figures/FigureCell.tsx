import type { RowId } from '@sepakat/rules'
import { noFigureWords } from '@sepakat/rules/sheet/noFigureWords.ts'
import { firstFigure } from '@sepakat/rules/sheet/outline.ts'
import { shownFigure } from '@sepakat/rules/words/figureText.ts'
import { Button } from '#ui/Button.tsx'
import { useFigures, useForm, useOpenFigures } from '../FormContext.ts'
import type { Tool } from '../useTool.ts'
import styles from './FigureCell.module.css'
import { According } from './FigureLines.tsx'

/** The first of these figures that the row has, in its column; one press shows its derivation below the row. */
export function FigureCell({ codes, row, tool }: { codes: readonly string[]; row: RowId; tool: Tool }) {
  const { kind, names, view, store } = useForm()
  const opened = useOpenFigures(row)
  const figure = firstFigure(codes, useFigures(row))
  if (!figure) return null
  const { code } = figure
  const open = opened.includes(code)
  return (
    <span className={styles.figure}>
      <Button
        {...tool}
        kind="quiet"
        small
        className={styles.open}
        aria-expanded={open}
        aria-controls={open ? `how:${code}/${row}` : undefined}
        title="Lihat perhitungannya"
        onClick={() => view.toggleFigure(row, code)}
      >
        {figure.value === null ? (
          <>
            –{' '}
            <span className="visually-hidden">({noFigureWords(kind, names(), figure, store.evaluated().figures)})</span>
          </>
        ) : (
          shownFigure(figure)
        )}
        <span className="visually-hidden">: perhitungan {names().figureLabel(code)}</span>
      </Button>
      {figure.band && <span className={styles.band}>{figure.band.label}</span>}
      <According figure={figure} className={styles.according} />
    </span>
  )
}
