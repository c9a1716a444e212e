import type { Row } from '@sepakat/rules'
import { coverageOf } from '@sepakat/rules/figures/coverageOf.ts'
import { firstFigure } from '@sepakat/rules/sheet/outline.ts'
import { CoverageView } from '#sheet/CoverageView.tsx'
import { useFigures, useForm, useKey } from '../FormContext.ts'
import { FigureCell } from '../figures/FigureCell.tsx'
import { useTool } from '../useTool.ts'

/** The first of these figures that a row has, and in a table over levels of how many answers it is made. */
export function FigureOfRow({ row, codes }: { row: Row; codes: readonly string[] }) {
  const tool = useTool(row)
  const { kind } = useForm()
  return (
    <>
      <FigureCell codes={codes} row={row.id} tool={tool} />
      {kind.tree?.tables.includes(row.table) && <Covered row={row} codes={codes} />}
    </>
  )
}

/** Of how many answers the first of these figures is made. */
export function Covered({ row, codes }: { row: Row; codes: readonly string[] }) {
  const figure = firstFigure(codes, useFigures(row.id))
  // what is left out further below may change while the figure does not
  const said = useKey('evaluated', store => {
    if (!figure) return ''
    const { counted, all } = coverageOf(figure, store.evaluated().figures)
    return `${counted}/${all}`
  })
  const [counted = 0, all = 0] = said.split('/').map(Number)
  return figure && <CoverageView figure={figure} of={{ counted, all }} />
}
