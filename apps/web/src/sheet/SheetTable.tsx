import type { Tree } from '@sepakat/rules'
import { type AnyColumn, inRuns, isFigures, type SheetBlock } from '@sepakat/rules/sheet/outline.ts'
import { memo, type ReactNode, type Ref } from 'react'
import { cx } from '#ui/cx.ts'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import { type Columns, type RowOf, type RowsProps, spanOf } from './Slots.ts'
import { tableRoles } from './tableRoles.ts'

/** Rows and columns. Of very many rows only those near the screen are drawn. */
export function SheetTable<B extends SheetBlock<B>>(props: RowsProps<B> & { label: string }) {
  const { slots, block, labelledBy, label } = props
  const { parts } = slots
  const { columns, tree = null, around = whole => whole, props: own } = slots.useTable(block)
  const { list, drawn, count, before, after, measure } = slots.useRows(block, true)
  const { head, all } = columns
  const width = spanOf(all) + (slots.Tools ? 2 : 1)
  return around(
    <ScrollRegion label={label} {...(parts.region && { className: parts.region })}>
      <table
        ref={list as Ref<HTMLTableElement>}
        aria-labelledby={labelledBy}
        aria-rowcount={count + 1}
        {...tableRoles.table}
        {...own}
        className={cx(parts.table, own?.className)}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={parts.rowName}>
              {head}
            </th>
            {all.map(column =>
              isFigures(column) ? (
                <slots.FigureHead key={column.codes.join()} block={block} codes={column.codes} />
              ) : (
                <slots.ColumnHead key={column.field} block={block} column={column} />
              ),
            )}
            {slots.Tools && (
              <td>
                <span className="visually-hidden">Tindakan</span>
              </td>
            )}
          </tr>
        </thead>
        {before > 0 && <Gap height={before} width={width} />}
        {drawn.map(({ row, index, block: own = block, depth, open }) => (
          <TableRow
            key={`${row.table} ${row.id}`}
            {...props}
            {...{ row, index, depth, open, columns, tree, width, measure }}
            block={own}
          />
        ))}
        {after > 0 && <Gap height={after} width={width} />}
      </table>
    </ScrollRegion>,
  )
}

type TableRowProps<B extends SheetBlock<B>> = RowsProps<B> & {
  row: RowOf<B>
  index: number
  depth: number | undefined
  open: boolean | null | undefined
  columns: Columns
  tree: Tree | null
  width: number
  measure: ((element: Element | null) => void) | undefined
}

/** One row, with what is said of it below. While a long table scrolls, rows that stay are not drawn again. */
const TableRow = memo(function TableRow<B extends SheetBlock<B>>(props: TableRowProps<B>) {
  const { slots, row, block, index, depth, open, columns, tree, width, level, section, measure, Blocks } = props
  const { parts } = slots
  // those that are lines of the same table are not below it
  const nested = tree ? row.blocks.filter(({ table }) => !tree.tables.includes(table)) : row.blocks
  const {
    answered,
    props: { id, tabIndex, ...place },
  } = slots.useRow(row, block, section)
  return (
    <tbody ref={measure} data-index={index} {...tableRoles.rows} {...place}>
      <tr id={id} tabIndex={tabIndex} aria-rowindex={index + 2} className={parts.tableRow} {...tableRoles.row}>
        <th scope="row" className={parts.rowName} {...tableRoles.rowHead}>
          <slots.RowName {...{ row, block, index, depth, open }} />
        </th>
        {answered || !slots.StateCell
          ? columns.all.map(column => <Place key={keyOf(column)} {...{ slots, row, block, column }} />)
          : inRuns(columns.all).map(({ own, instead }) =>
              own.some(isFigures) ? (
                own.map(column => <Place key={keyOf(column)} {...{ slots, row, block, column }} />)
              ) : (
                <td key={own.map(keyOf).join()} colSpan={spanOf(own)} className={parts.instead}>
                  {instead && slots.StateCell && <slots.StateCell row={row} block={block} />}
                </td>
              ),
            )}
        {slots.Tools && (
          <td className={parts.tools}>
            <slots.Tools row={row} block={block} />
          </td>
        )}
      </tr>
      <slots.Below {...{ row, block, columns, tree, width }}>
        {answered && nested.length > 0 && <Blocks {...{ slots, section, level }} blocks={nested} under={row.label} />}
      </slots.Below>
    </tbody>
  )
}) as <B extends SheetBlock<B>>(props: TableRowProps<B>) => ReactNode

type PlaceProps<B extends SheetBlock<B>> = Pick<RowsProps<B>, 'slots' | 'block'> & { row: RowOf<B>; column: AnyColumn }

/** What a row has in one column. */
function Place<B extends SheetBlock<B>>({ slots, row, block, column }: PlaceProps<B>) {
  if (isFigures(column)) return <slots.Figure {...{ row, block }} codes={column.codes} />
  if (column.sum !== undefined && slots.Sum && !(column.field in row.fields))
    return <slots.Sum {...{ row, block, column }} code={column.sum} />
  return <slots.Cell {...{ row, block, column }} />
}

const keyOf = (column: AnyColumn): string => (isFigures(column) ? column.codes.join() : column.field)

const Gap = ({ height, width }: { height: number; width: number }) => (
  <tbody aria-hidden="true">
    <tr style={{ height }}>
      <td colSpan={width} />
    </tr>
  </tbody>
)
