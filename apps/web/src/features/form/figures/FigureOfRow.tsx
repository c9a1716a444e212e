import type { Figure, Row } from '@sepakat/rules'
import { firstFigure } from '@sepakat/rules/sheet/outline.ts'
import { CoverageView } from '#sheet/CoverageView.tsx'
import { Button } from '#ui/Button.tsx'
import { useFigures, useForm, useOpenFigures } from '../FormContext.ts'
import { type Tool, useTool } from '../useTool.ts'
import styles from './FigureOfRow.module.css'
import { useFigureSaid } from './FigureText.tsx'

/** The first of these figures that a row has, in its column. */
export function FigureOfRow({ row, codes }: { row: Row; codes: readonly string[] }) {
  const tool = useTool(row)
  const figure = firstFigure(codes, useFigures(row.id))
  return figure && <FigureCell figure={figure} tool={tool} />
}

/** One press shows its derivation below the row. */
function FigureCell({ figure, tool }: { figure: Figure; tool: Tool }) {
  const { names, view } = useForm()
  const { code, row } = figure
  const { text, band, according, coverage } = useFigureSaid(figure)
  const open = useOpenFigures(row).includes(code)
  return (
    <>
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
              – <span className="visually-hidden">({text})</span>
            </>
          ) : (
            text
          )}
          <span className="visually-hidden">: perhitungan {names().figureLabel(code)}</span>
        </Button>
        {band && <span className={styles.band}>{band}</span>}
        {according && <span className={styles.according}>{according}</span>}
      </span>
      <CoverageView figure={figure} of={coverage} />
    </>
  )
}
