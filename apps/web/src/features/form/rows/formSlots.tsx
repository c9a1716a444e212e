import type { Block, Row } from '@sepakat/rules'
import { cellAt, rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { isHeaded } from '@sepakat/rules/sheet/outline.ts'
import { treeAt } from '@sepakat/rules/sheet/tree.ts'
import { RowCautions, RowWords } from '#sheet/RowWords.tsx'
import type { Slots } from '#sheet/Slots.ts'
import { cx } from '#ui/cx.ts'
import { late } from '#ui/late.tsx'
import { useMedia } from '#ui/useMedia.ts'
import { useForm, useRowWritable } from '../FormContext.ts'
import { FigureLines, useShownFigures } from '../figures/FigureLines.tsx'
import { FigureOfRow } from '../figures/FigureOfRow.tsx'
import { giverOf } from '../model/giverOf.ts'
import { useTool } from '../useTool.ts'
import { useDrawnRows } from './drawn/useDrawnRows.ts'
import { useRowDrops } from './drops/useRowDrops.ts'
import { FieldLines } from './FieldLines.tsx'
import styles from './Filled.module.css'
import { FilledHead } from './FilledHead.tsx'
import { ColumnHead, FigureHead } from './grid/ColumnHead.tsx'
import { GridCell } from './grid/GridCell.tsx'
import { useFilledTable } from './grid/useFilledTable.tsx'
import { BlockFoot } from './items/BlockFoot.tsx'
import rowStyles from './Row.module.css'
import { RowBelow } from './RowBelow.tsx'
import { RowFindings } from './RowFindings.tsx'
import { StateReasons, useDeclared } from './StateField.tsx'
import { RowTools } from './tools/RowTools.tsx'
import { LineName } from './tree/LineName.tsx'
import { nameId, useRowName } from './useRowName.ts'
import { useUnfolded } from './useUnfolded.ts'

/** The findings of a row, and its figures; in a declared state it has none. */
function RowFoot({ row, block, answered }: { row: Row; block: Block; answered: boolean }) {
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

// few tables wait for the rows of another form
const RowsFrom = late(async () => (await import('./items/RowsFrom.tsx')).RowsFrom)

/** A form as it is filled in: laid out as its kind says, on a phone one row below the other. */
export const formSlots: Slots<Block> = {
  parts: {
    cards: styles.cards,
    card: styles.card,
    region: styles.region,
    table: styles.grid,
    tableRow: styles.row,
    rowName: styles.rowName,
    instead: styles.declared,
    tools: styles.tools,
  },
  useBlock({ table, under, rows, head }) {
    const { kind } = useForm()
    const writable = useRowWritable(table, head?.id ?? under ?? 'all')
    const given = giverOf(kind, table) !== null && under === null
    if (rows.length === 0 && !head && !writable && !given) return null
    return { className: styles.block, 'data-row': head ? rowAt(head) : undefined }
  },
  useInColumns({ layout, table }) {
    const { kind } = useForm()
    // on a phone a row is a card
    return !useMedia('(max-width: 640px)') && (layout === 'grid' || treeAt(kind, table) !== null)
  },
  useTable: useFilledTable,
  useRows: useDrawnRows,
  useRow(row, block, section) {
    const { kind } = useForm()
    return {
      props: {
        className: rowStyles.row,
        'aria-labelledby': kind.tree?.tables.includes(row.table) ? nameId(row) : undefined,
        ...useRowDrops(block, row),
      },
      headed: block.layout !== 'list' && isHeaded(kind, block, row, section),
      numbered: block.layout === 'list',
      answered: useDeclared(row) === null,
      open: useUnfolded(row, block)[0],
      asks: Object.keys(row.fields).some(field => kind.tables[row.table]?.fields[field]?.writer !== 'evaluator'),
    }
  },

  BlockHead: ({ block: { table, rows, head, item }, heading }) => (
    <>
      {heading}
      {rows.length === 0 && !head && !item && <RowsFrom table={table} />}
    </>
  ),
  BlockFoot,
  RowHead: FilledHead,
  State: ({ row }) => <StateReasons row={row} />,
  Lines: FieldLines,
  RowFoot,

  ColumnHead,
  FigureHead,
  RowName: ({ row, depth, open = null }) => {
    const name = useRowName(row)
    if (depth !== undefined) return <LineName {...{ row, depth, open, name }} />
    return (
      <>
        <span id={nameId(row)}>
          <RowWords row={row} label={name} />
        </span>
        <RowCautions row={row} />
      </>
    )
  },
  Cell: GridCell,
  StateCell({ row }) {
    const declared = useDeclared(row)
    return declared && stateLabels[declared]
  },
  Figure: ({ row, codes }) => (
    <td className={styles.num}>
      <FigureOfRow row={row} codes={codes} />
    </td>
  ),
  Sum: ({ row, code }) => (
    <td className={cx(styles.num, styles.sum)}>
      <FigureOfRow row={row} codes={[code]} />
    </td>
  ),
  Tools: ({ row, block }) => <RowTools row={row} block={block} name={useRowName(row)} labelledBy={nameId(row)} brief />,
  Below: RowBelow,
}
