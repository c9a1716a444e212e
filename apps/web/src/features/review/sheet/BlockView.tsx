import type { FrozenBlock } from '@sepakat/rules'
import { isItemTable, rowWriter } from '@sepakat/rules/saving/kindShape.ts'
import { createElement } from 'react'
import { cx } from '#ui/cx.ts'
import { anchorOf, headId } from '../model/placedRows.ts'
import { useIsInHand, useReview } from '../ReviewContext.ts'
import { AddRow } from './AddRow.tsx'
import { isFlat } from './fieldsOf.ts'
import { Removed } from './Removed.tsx'
import styles from './Row.module.css'
import { RowCard } from './RowCard.tsx'
import { RowsTable } from './RowsTable.tsx'
import { RowTools } from './RowTools.tsx'
import { Declared, Findings } from './RowWords.tsx'

export interface BlockViewProps {
  block: FrozenBlock
  /** The level of its heading. */
  level: number
  /** The title of its section or row: an equal title is not repeated. */
  under: string
  /** The heading above already names it. */
  untitled?: boolean
}

/** The rows of one table under one row: as a table where they are short and flat, else one below the other. */
export function BlockView({ block, level, under, untitled = false }: BlockViewProps) {
  const { sheet, evaluation } = useReview()
  const head = anchorOf(block.table, headId(block))
  const placed = sheet.byAnchor.get(head)
  const inHand = useIsInHand(head)
  const isList = sheet.kind ? isItemTable(sheet.kind, block.table) : block.head !== undefined
  const ofList = isList && placed?.row === null ? placed : null
  const removed = sheet.changes.removed.filter(
    row => row.table === block.table && (row.parent ?? 'all') === headId(block),
  )
  const heading = { className: untitled ? 'visually-hidden' : undefined }
  const looked = ofList !== null && (ofList.state !== null || sheet.evidence.has(head))
  const alone = !isList && block.rows.length === 1
  return (
    <section
      className={cx(styles.block, ofList && inHand && styles.inHand)}
      {...(ofList && { id: head, tabIndex: -1, 'data-row': looked ? head : undefined })}
    >
      {(!untitled || looked) && (
        <div className={styles.blockHead}>
          {createElement(`h${Math.min(level, 6)}`, heading, block.title)}
          {ofList && looked && <RowTools row={ofList} className={styles.push} />}
        </div>
      )}
      {ofList && <Declared row={ofList} />}
      {ofList && <Findings anchor={head} />}
      {block.rows.length === 0 && !ofList?.state && removed.length === 0 && (
        <p className={styles.empty}>Belum ada isian.</p>
      )}
      {isFlat(block, sheet.kind, row => sheet.figures.get(row)?.length ?? 0) ? (
        <div className={cx(block.under === null && styles.card)}>
          <RowsTable block={block} under={under} />
        </div>
      ) : (
        block.rows.map(row => (
          <RowCard
            key={row.id}
            row={row}
            level={untitled ? level : level + 1}
            unnamed={alone && (row.parent === row.id || row.label === under)}
          >
            {row.blocks.map(child => (
              <BlockView key={child.table} block={child} level={(untitled ? level : level + 1) + 1} under={row.label} />
            ))}
          </RowCard>
        ))
      )}
      <Removed rows={removed} />
      {evaluation && isList && sheet.kind && rowWriter(sheet.kind, block.table) === 'evaluator' && (
        <AddRow block={block} />
      )}
    </section>
  )
}
