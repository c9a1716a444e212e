import type { RowId } from '@sepakat/rules'
import { shownFigure } from '@sepakat/rules/words/figureText.ts'
import { Button } from '#ui/Button.tsx'
import { useFigures, useForm, useOpenFigures } from '../FormContext.ts'
import type { Tool } from '../useTool.ts'
import styles from './FigureCell.module.css'
import { According } from './FigureLines.tsx'

/** A figure in its column; one press shows its derivation below the row. */
export function FigureCell({ code, row, tool }: { code: string; row: RowId; tool: Tool }) {
  const { names, view } = useForm()
  const figure = useFigures(row)?.find(one => one.code === code)
  const open = useOpenFigures(row).includes(code)
  if (!figure) return null
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
            – <span className="visually-hidden">({names().why(figure)})</span>
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
