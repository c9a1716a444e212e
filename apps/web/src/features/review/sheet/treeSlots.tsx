import type { FieldId, FrozenBlock, FrozenRow, Kind, Tree } from '@sepakat/rules'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { type Column, firstFigure } from '@sepakat/rules/sheet/outline.ts'
import { apartFields, type Filled, filledBelow, treeAt, treeColumns } from '@sepakat/rules/sheet/tree.ts'
import type { ReactNode } from 'react'
import { FigureView } from '#sheet/FigureView.tsx'
import { onTreeKeys } from '#sheet/onTreeKeys.ts'
import { useReadForm } from '#sheet/ReadFormContext.ts'
import { columnsIn, type DrawnRows, type TableState } from '#sheet/Slots.ts'
import { TreeLine } from '#sheet/TreeLine.tsx'
import { tableRoles } from '#sheet/tableRoles.ts'
import { useTreeLines } from '#sheet/useTreeLines.ts'
import { useSignal } from '#sync/useSignal.ts'
import { cx } from '#ui/cx.ts'
import type { Sheet } from '../model/sheet.ts'
import { useReview } from '../ReviewContext.ts'
import { linesOf } from './fieldsOf.ts'
import grid from './Grid.module.css'
import styles from './Tree.module.css'
import { Value } from './Value.tsx'

const counted = new WeakMap<Sheet, ReturnType<typeof filledBelow>>()

/** How much of what counts is filled in under a line of a table over levels. */
function filledIn(sheet: Sheet, row: FrozenRow): Filled | undefined {
  const blocks = sheet.body.sections.flatMap(section => section.blocks)
  const known = counted.get(sheet) ?? filledBelow(sheet.read.kind, blocks, ({ values }, field) => values[field])
  counted.set(sheet, known)
  return known.get(rowAt(row))
}

/** The columns of a table over levels. */
export function treeTable(kind: Kind, tree: Tree, root: FrozenBlock, names: FormNames): TableState {
  const all = treeColumns(kind, tree, root, (table, field) => names.fieldLabel(table, '', field))
  return {
    columns: columnsIn('Uraian', all),
    tree,
    props: { onKeyDown: onTreeKeys },
    around: table => <div className={styles.tree}>{table}</div>,
  }
}

/** Every row of a block; of a table over levels those that are not folded away. */
export function useReviewedRows(block: FrozenBlock, inColumns: boolean): DrawnRows<FrozenBlock> {
  const { folds, changedOnly } = useReview()
  const { kind } = useReadForm()
  const tree = inColumns ? treeAt(kind, block.table) : null
  const lines = useTreeLines(folds, tree, block, { most: Number.POSITIVE_INFINITY, whole: changedOnly })
  const drawn = tree ? lines : block.rows.map(row => ({ row }))
  return {
    drawn: drawn.map((line, index) => ({ ...line, index })),
    count: drawn.length,
    before: 0,
    after: 0,
  }
}

interface LineNameProps {
  row: FrozenRow
  depth: number
  /** Whether the lines under it are shown; null where there are none. */
  open: boolean | null
  children: ReactNode
}

/** The name of a line, as far to the right as it is deep; folds what is under it, and says how much of that is filled in. */
export function LineName({ row, depth, open, children }: LineNameProps) {
  const { sheet, folds } = useReview()
  const { kind } = useReadForm()
  const filled = open === null ? null : filledIn(sheet, row)
  return (
    <TreeLine
      level={kind.tables[row.table]?.title}
      {...{ depth, open }}
      label={`${row.label}: baris di bawahnya`}
      onFold={() => folds.setOpen(rowAt(row), !open)}
      facts={filled && `${filled.filled} dari ${filled.all} isian`}
    >
      <div className={styles.name}>{children}</div>
    </TreeLine>
  )
}

/** The first of these figures that a row has. */
export function FigureOfRow({ row, codes }: { row: FrozenRow; codes: readonly string[] }) {
  const { explain } = useReview()
  const figure = firstFigure(codes, useReadForm().figuresOf(row.id))
  return figure && <FigureView figure={figure} brief onExplain={explain} />
}

/** In the place of a field that is asked further below: the sum. */
export const Sum = ({ row, column: { label }, code }: { row: FrozenRow; column: Column; code: string }) => (
  <td data-head={label} className={cx(grid.num, styles.sum)} {...tableRoles.cell}>
    <FigureOfRow row={row} codes={[code]} />
  </td>
)

/** What was answered beside the columns of a table over levels. */
export function useApart(row: FrozenRow, tree: Tree | null): FieldId[] {
  const { sheet } = useReview()
  const { kind } = useReadForm()
  if (!tree) return []
  const apart = apartFields(kind, tree, row)
  const changed = sheet.changes.rows.get(rowAt(row))
  return linesOf(row, kind, field => changed?.from.has(field) === true).shown.filter(field => apart.includes(field))
}

/** They are unfolded where one of them changed. */
export function ApartAnswers({ row, fields }: { row: FrozenRow; fields: readonly FieldId[] }) {
  const { sheet, folds } = useReview()
  const changed = sheet.changes.rows.get(rowAt(row))
  const key = `more ${rowAt(row)}`
  const open =
    useSignal(folds, `open ${key}`, () => folds.isOpen(key)) ?? fields.some(field => changed?.from.has(field))
  if (fields.length === 0) return null
  return (
    <details className={styles.apart} open={open} onToggle={event => folds.setOpen(key, event.currentTarget.open)}>
      <summary>
        {fields.length} isian lain<span className="visually-hidden">: {row.label}</span>
      </summary>
      <dl>
        {fields.map(field => (
          <div key={field}>
            <dt>{row.fields[field]}</dt>
            <dd>
              <Value row={row} field={field} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
