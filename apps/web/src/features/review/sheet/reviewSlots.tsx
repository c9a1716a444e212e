import type { FrozenBlock, FrozenRow, Tree } from '@sepakat/rules'
import { rowAt, rowPointerOf } from '@sepakat/rules/pointers/pointer.ts'
import { isItemTable, rowWriter } from '@sepakat/rules/saving/kindShape.ts'
import { columnsOf, fieldsOf, figureCodes, inOrderOfWork, isHeaded } from '@sepakat/rules/sheet/outline.ts'
import { treeAt } from '@sepakat/rules/sheet/tree.ts'
import { useReadForm } from '#sheet/ReadFormContext.ts'
import { columnsIn, type Slots } from '#sheet/Slots.ts'
import { tableRoles } from '#sheet/tableRoles.ts'
import { cx } from '#ui/cx.ts'
import { ArchiveTag } from '#ui/Tag.tsx'
import { headId, type PlacedRow } from '../model/placedRows.ts'
import type { Sheet } from '../model/sheet.ts'
import { useIsInHand, useReview } from '../ReviewContext.ts'
import { AddRow } from './AddRow.tsx'
import { AnswerLines } from './AnswerLines.tsx'
import { isFlat, namingOf } from './fieldsOf.ts'
import grid from './Grid.module.css'
import { Removed } from './Removed.tsx'
import { ReviewedHead } from './ReviewedHead.tsx'
import styles from './Row.module.css'
import { Declared, Findings, RowTags } from './RowTags.tsx'
import { RowTools } from './RowTools.tsx'
import { ApartAnswers, FigureOfRow, LineName, Sum, treeTable, useApart, useReviewedRows } from './treeSlots.tsx'
import { useEarlierAnswer } from './useEarlierAnswer.ts'
import { Value } from './Value.tsx'

/** A revision under review: what changed, what was found, ticks and notes; an evaluator's own cells are written here. */
export const reviewSlots: Slots<FrozenBlock> = {
  parts: {
    cards: styles.cards,
    card: styles.card,
    region: grid.region,
    table: grid.grid,
    tableRow: grid.row,
    rowName: grid.name,
  },
  useBlock(block) {
    const head = useListHead(block)
    const inHand = useIsInHand(rowPointerOf(block.table, headId(block)))
    const place = head && {
      id: head.row.anchor,
      tabIndex: -1,
      'data-row': head.looked ? head.row.anchor : undefined,
    }
    return { className: cx(styles.block, head !== null && inHand && styles.inHand), ...place }
  },
  useInColumns(block) {
    const { kind, figuresOf } = useReadForm()
    return treeAt(kind, block.table) !== null || isFlat(block, kind, row => figuresOf(row).length)
  },
  useTable(block) {
    const { table, rows, under } = block
    const { kind, names, figuresOf } = useReadForm()
    const tree = treeAt(kind, table)
    if (tree) return treeTable(kind, tree, block, names)
    const columns = columnsOf(kind, rows, field => names.fieldLabel(table, '', field))
    const naming = rows[0] && namingOf(kind, rows[0])
    const [first, ...others] = columns
    const [head, fields] = naming && first ? [first.label, others] : ['Baris', columns]
    return {
      columns: columnsIn(head, inOrderOfWork(fields, figureCodes(kind, rows, figuresOf))),
      around: whole => (under === null ? <div className={styles.card}>{whole}</div> : whole),
    }
  },
  useRows: useReviewedRows,
  useRow(row, block, section) {
    const { kind } = useReadForm()
    const anchor = rowAt(row)
    const inHand = useIsInHand(anchor)
    return {
      props: { id: anchor, tabIndex: -1, className: inHand ? styles.inHand : undefined, 'data-row': anchor },
      headed: isHeaded(kind, block, row, section),
      answered: true,
    }
  },

  BlockHead({ block, heading }) {
    const head = useListHead(block)
    const removed = useRemoved(block)
    return (
      <>
        {(heading || head?.looked) && (
          <div className={styles.blockHead}>
            {heading}
            {head?.looked && <RowTools row={head.row} className={styles.push} />}
          </div>
        )}
        {head && <Declared row={head.row} />}
        {head && <Findings anchor={head.row.anchor} />}
        {block.rows.length === 0 && !head?.row.state && removed.length === 0 && (
          <p className={styles.empty}>Belum ada isian.</p>
        )}
      </>
    )
  },
  BlockFoot({ block }) {
    const { evaluation } = useReview()
    const { kind } = useReadForm()
    const writes = evaluation && isItemTable(kind, block.table) && rowWriter(kind, block.table) === 'evaluator'
    return (
      <>
        <Removed rows={useRemoved(block)} />
        {writes && <AddRow block={block} />}
      </>
    )
  },
  RowHead: ReviewedHead,
  State: DeclaredIn,
  Lines: ({ row }) => <AnswerLines row={row} />,
  RowFoot: ({ row }) => <Findings anchor={rowAt(row)} />,

  ColumnHead: ({ column: { label, numeric } }) => (
    <th scope="col" className={numeric ? grid.num : undefined}>
      {label}
    </th>
  ),
  FigureHead: ({ codes: [code = ''] }) => (
    <th scope="col" className={grid.num}>
      {useReadForm().names.figureLabel(code)}
    </th>
  ),
  RowName({ row, depth, open = null }) {
    const placed = usePlaced(row)
    const changed = useChanged(row)
    const naming = namingOf(useReadForm().kind, row)
    const name = (
      <>
        <span className={cx(naming && changed?.from.has(naming) && grid.changed)}>
          {naming ? <Value row={row} field={naming} /> : row.label}
        </span>
        <span className={styles.tags}>
          {row.code && <span className={styles.code}>{row.code}</span>}
          <RowTags anchor={rowAt(row)} />
        </span>
        {row.warning && <p className={styles.warning}>{row.warning}</p>}
        {placed && <RowTools row={placed} className={grid.tools} />}
      </>
    )
    return depth === undefined ? name : <LineName {...{ row, depth, open }}>{name}</LineName>
  },
  Cell({ row, column: { field, spec, label, numeric } }) {
    const { kind } = useReadForm()
    const placed = usePlaced(row)
    const changed = useChanged(row)
    const asked = fieldsOf(kind, row).includes(field)
    // in a table over levels a unit that is asked has a column of its own
    const bare = kind.tree?.tables.includes(row.table) && spec.type === 'measure' && 'unit' in row.fields
    return (
      <td
        data-head={row.fields[field] ?? label}
        className={cx(numeric && grid.num, changed?.from.has(field) && grid.changed)}
        {...tableRoles.cell}
      >
        {asked && (placed?.state === null || row.values[field] !== undefined) && (
          <Value row={row} field={field} bare={bare === true} />
        )}
        {asked && <EarlierBelow row={row} field={field} />}
      </td>
    )
  },
  Figure({ row, codes }) {
    const { names } = useReadForm()
    return (
      <td data-head={names.figureLabel(codes[0] ?? '')} className={grid.num} {...tableRoles.cell}>
        <FigureOfRow row={row} codes={codes} />
      </td>
    )
  },
  Sum,
  Below({ row, block, tree, width, children }) {
    const { sheet } = useReview()
    const placed = usePlaced(row)
    const changed = useChanged(row)
    const anchor = rowAt(row)
    const noted = (sheet.findings.get(anchor) ?? []).some(finding => finding.level !== 'empty')
    const apart = useApart(row, tree)
    const lists = useSaidLists(row, tree)
    if (!noted && !placed?.state && !changed?.from.has('state') && apart.length === 0 && lists.length === 0) return null
    return (
      <tr className={grid.below} {...tableRoles.row}>
        <td {...tableRoles.cell} colSpan={width}>
          <DeclaredIn row={row} block={block} />
          <Findings anchor={anchor} />
          <ApartAnswers row={row} fields={apart} />
          {lists.map(one => (
            <ListBelow key={one.table} block={one} />
          ))}
          {children}
        </td>
      </tr>
    )
  },
}

/** The lists under a line of which something is said: a declared state, evidence of it, rows that were removed. */
function useSaidLists({ blocks }: FrozenRow, tree: Tree | null): FrozenBlock[] {
  const { sheet } = useReview()
  return blocks.filter(block => {
    const head = headOf(sheet, block)
    return tree?.tables.includes(block.table) && (head?.looked || removedIn(sheet, block).length > 0)
  })
}

function ListBelow({ block }: { block: FrozenBlock }) {
  const { useBlock, BlockHead, BlockFoot } = reviewSlots
  const group = { role: 'group', 'aria-label': block.title, ...useBlock(block) }
  return (
    <div {...group}>
      <BlockHead block={block} heading={<strong>{block.title}</strong>} />
      {BlockFoot && <BlockFoot block={block} />}
    </div>
  )
}

const usePlaced = ({ table, id }: FrozenRow): PlacedRow | undefined =>
  useReview().sheet.byAnchor.get(rowAt({ table, id }))
const useChanged = ({ table, id }: FrozenRow) => useReview().sheet.changes.rows.get(rowAt({ table, id }))

function removedIn({ changes: { removed } }: Sheet, block: FrozenBlock) {
  return removed.filter(row => row.table === block.table && (row.parent ?? 'all') === headId(block))
}
const useRemoved = (block: FrozenBlock) => removedIn(useReview().sheet, block)

/** The head of a list, where it is declared empty; `looked`: there is something to look at. */
function headOf(sheet: Sheet, block: FrozenBlock): { row: PlacedRow; looked: boolean } | null {
  const row = sheet.byAnchor.get(rowPointerOf(block.table, headId(block)))
  const isList = sheet.kind ? isItemTable(sheet.kind, block.table) : block.head !== undefined
  if (!isList || row?.row !== null) return null
  return { row, looked: row.state !== null || sheet.evidence.has(row.anchor) }
}
const useListHead = (block: FrozenBlock) => headOf(useReview().sheet, block)

function DeclaredIn({ row }: { row: FrozenRow; block: FrozenBlock }) {
  const placed = usePlaced(row)
  return placed && <Declared row={placed} />
}

function EarlierBelow({ row, field }: { row: FrozenRow; field: string }) {
  const { earlier } = useReview().sheet
  const then = useEarlierAnswer(row, field)
  if (!earlier || !then) return null
  return (
    <small className={grid.then}>
      {earlier.label} {then.text} {then.difference && `· ${then.difference}`} {earlier.archive && <ArchiveTag />}
    </small>
  )
}
