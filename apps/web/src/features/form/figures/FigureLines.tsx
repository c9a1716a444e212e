import type { Figure, RowId } from '@sepakat/rules'
import { awaitsEvaluator } from '@sepakat/rules/words/awaitsEvaluator.ts'
import { shortFormula, shownFigure } from '@sepakat/rules/words/figureText.ts'
import { useId } from 'react'
import { CoverageView } from '#sheet/CoverageView.tsx'
import { growthOf } from '#sheet/earlier.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { ArchiveTag } from '#ui/Tag.tsx'
import { useFigures, useForm, useOpenFigures } from '../FormContext.ts'
import type { Tool } from '../useTool.ts'
import { DerivationButton } from './DerivationButton.tsx'
import styles from './FigureLines.module.css'
import { LateDerivation, useFigureSaid } from './FigureText.tsx'

/** The figures of a row, without its completeness, those that wait for the evaluator, and those shown beside the cell whose growth they are. */
export function useShownFigures(row: RowId, pointers: readonly string[]): readonly Figure[] {
  const { earlier, kind, store } = useForm()
  const all = store.evaluated().figures
  const figures = useFigures(row)
  const beside = earlier ? pointers.flatMap(at => growthOf(figures, at, earlier) ?? []) : []
  return (figures ?? []).filter(
    figure => figure.code !== 'completeness' && !beside.includes(figure) && !awaitsEvaluator(kind, figure, all),
  )
}

/** Figures computed from the answers above them, updated while typing. */
export function FigureLines({
  figures,
  brief = false,
  tool,
}: {
  figures: readonly Figure[]
  brief?: boolean
  /** Of the row they belong to, if any. */
  tool?: Tool
}) {
  if (figures.length === 0) return null
  return (
    <div className={styles.lines}>
      {figures.map(figure => (
        <FigureLine key={figure.code} figure={figure} brief={brief} tool={tool} />
      ))}
    </div>
  )
}

/** `brief`: without its basis, which is shown for the whole. */
function FigureLine({ figure, brief, tool }: { figure: Figure; brief: boolean; tool: Tool | undefined }) {
  const { names, go, earlierFigures } = useForm()
  const { text, band, basis, according, archive, coverage } = useFigureSaid(figure)
  const open = useOpenFigures(figure.row).includes(figure.code)
  const id = useId()
  const expression = shortFormula(figure.derivation)
  const before = earlierFigures.get(`${figure.code}/${figure.row}`)
  return (
    <div className={styles.line} data-earlier={earlierFigures.size > 0 || undefined}>
      <span className={styles.name}>{names().figureLabel(figure.code)}</span>
      <span className={styles.value}>
        <DerivationButton figure={figure} tool={tool} shows={id} className={styles.open}>
          <span className={figure.value === null ? styles.none : styles.number}>{text}</span>
          <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
          <span className="visually-hidden">: lihat perhitungannya</span>
        </DerivationButton>
        <span className={styles.rest}>
          {band && <strong className={styles.band}>{band}</strong>}
          {expression && figure.value !== null && <span className={styles.expression}>← {expression}</span>}
          {archive && <ArchiveTag />}
          {according && <span className={styles.basis}>{according}</span>}
          {basis && !brief && <span className={styles.basis}>{basis}</span>}
          <CoverageView figure={figure} of={coverage} />
        </span>
      </span>
      <Before figure={before} />
      {open && (
        <div id={id} className={styles.how}>
          <LateDerivation figure={figure} names={names()} onGo={go} />
        </div>
      )}
    </div>
  )
}

function Before({ figure }: { figure: Figure | undefined }) {
  const { earlier } = useForm()
  if (!earlier) return null
  return (
    <span className={styles.before}>
      {figure && figure.value !== null && (
        <>
          <span className={styles.beforeName}>{earlier.label} </span>
          {shownFigure(figure)}
        </>
      )}
    </span>
  )
}
