import type { Block, Row } from '@sepakat/rules'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { useForm } from '../FormContext.ts'
import { FigureLines, useShownFigures } from '../figures/FigureLines.tsx'
import { useTool } from '../useTool.ts'
import { RowFindings } from './RowFindings.tsx'

/** The findings of a row, and its figures; in a declared state it has none. */
export function RowFoot({ row, block, answered }: { row: Row; block: Block; answered: boolean }) {
  const { kind } = useForm()
  const tool = useTool(row)
  const figures = useShownFigures(
    row.id,
    Object.keys(row.fields).map(field => cellAt(row, field)),
  )
  // A row per row of another table shares its id; figures are with the other.
  const own = answered && kind.tables[row.table]?.rows.from !== 'each'
  return (
    <>
      <RowFindings row={row} />
      {own && <FigureLines figures={figures} tool={tool} brief={block.layout === 'grid'} />}
    </>
  )
}
