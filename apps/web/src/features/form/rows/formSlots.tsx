import type { Block } from '@sepakat/rules'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { isHeaded } from '@sepakat/rules/sheet/outline.ts'
import { rowKey } from '#sheet/answers/cells.ts'
import { RowCautions, RowWords } from '#sheet/RowWords.tsx'
import type { Slots } from '#sheet/Slots.ts'
import { useForm, useRowWritable, useView } from '../FormContext.ts'
import { FigureCell } from '../figures/FigureCell.tsx'
import { giverOf } from '../model/giverOf.ts'
import { useTool } from '../useTool.ts'
import { AddRow } from './AddRow.tsx'
import { ColumnHead } from './ColumnHead.tsx'
import { FieldLines } from './FieldLines.tsx'
import { FigureHead } from './FigureHead.tsx'
import styles from './Filled.module.css'
import { FilledHead } from './FilledHead.tsx'
import { GridCell } from './GridCell.tsx'
import { HeadRow } from './HeadRow.tsx'
import { RemovedRow } from './RemovedRow.tsx'
import rowStyles from './Row.module.css'
import { RowBelow } from './RowBelow.tsx'
import { RowFoot } from './RowFoot.tsx'
import { RowsFrom } from './RowsFrom.tsx'
import { RowTools } from './RowTools.tsx'
import { StateReasons, useDeclared } from './StateField.tsx'
import { useFilledTable } from './useFilledTable.tsx'
import { useNarrow } from './useNarrow.ts'
import { useRowDrops } from './useRowDrops.ts'
import { useRowName } from './useRowName.ts'
import { useUnfolded } from './useUnfolded.ts'
import { useVirtualRows } from './useVirtualRows.ts'

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
    return { className: styles.block, 'data-row': head ? rowKey({ table, row: head.id }) : undefined }
  },
  useInColumns: ({ layout }) => !useNarrow() && layout === 'grid',
  useTable: useFilledTable,
  useRows({ rows }, inColumns) {
    const shown = useView('shown')
    const kept = shown ? rows.filter(row => shown.has(rowKey({ table: row.table, row: row.id }))) : rows
    return useVirtualRows(kept, inColumns ? 64 : 160)
  },
  useRow(row, block, section) {
    const { kind } = useForm()
    return {
      props: { className: rowStyles.row, ...useRowDrops(block, row) },
      headed: block.layout !== 'list' && isHeaded(kind, block, row, section),
      numbered: block.layout === 'list',
      answered: useDeclared(row) === null,
      open: useUnfolded(row, block)[0],
    }
  },

  BlockHead: ({ block: { table, rows, head, item }, heading }) => (
    <>
      {heading}
      {rows.length === 0 && !head && !item && <RowsFrom table={table} />}
    </>
  ),
  BlockFoot({ block }) {
    const writable = useRowWritable(block.table, block.head?.id ?? block.under ?? 'all')
    return (
      <>
        <RemovedRow block={block} />
        {block.head && <HeadRow block={block} head={block.head} />}
        {block.item && writable && <AddRow block={block} />}
      </>
    )
  },
  RowHead: FilledHead,
  State: ({ row }) => <StateReasons row={row} />,
  Lines: FieldLines,
  RowFoot,

  ColumnHead,
  FigureHead,
  RowName: ({ row }) => {
    const name = useRowName(row)
    return (
      <>
        <span id={`${row.table}/${row.id}:name`}>
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
  Figure({ row, code }) {
    const tool = useTool(row)
    return (
      <td className={styles.num}>
        <FigureCell code={code} row={row.id} tool={tool} />
      </td>
    )
  },
  Tools: ({ row, block }) => (
    <RowTools row={row} block={block} name={useRowName(row)} labelledBy={`${row.table}/${row.id}:name`} brief />
  ),
  Below: RowBelow,
}
