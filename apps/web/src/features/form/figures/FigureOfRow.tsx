import type { Figure, Row } from '@sepakat/rules'
import { firstFigure } from '@sepakat/rules/sheet/outline.ts'
import { CoverageView } from '#sheet/CoverageView.tsx'
import { useFigures, useForm } from '../FormContext.ts'
import { type Tool, useTool } from '../useTool.ts'
import { DerivationButton } from './DerivationButton.tsx'
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
  const { names } = useForm()
  const { code, row } = figure
  const { text, band, according, coverage } = useFigureSaid(figure)
  return (
    <>
      <span className={styles.figure}>
        <DerivationButton
          figure={figure}
          tool={tool}
          shows={`how:${code}/${row}`}
          className={styles.open}
          title="Lihat perhitungannya"
        >
          {figure.value === null ? (
            <>
              – <span className="visually-hidden">({text})</span>
            </>
          ) : (
            text
          )}
          <span className="visually-hidden">: perhitungan {names().figureLabel(code)}</span>
        </DerivationButton>
        {band && <span className={styles.band}>{band}</span>}
        {according && <span className={styles.according}>{according}</span>}
      </span>
      <CoverageView figure={figure} of={coverage} />
    </>
  )
}
