import type { FrozenRow } from '@sepakat/rules'
import { createElement, type ReactNode } from 'react'
import { cx } from '#ui/cx.ts'
import { anchorOf } from '../model/placedRows.ts'
import { useIsInHand, useReview } from '../ReviewContext.ts'
import { AnswerLines } from './AnswerLines.tsx'
import styles from './Row.module.css'
import { RowTools } from './RowTools.tsx'
import { Declared, Findings, RowTags } from './RowWords.tsx'

export interface RowCardProps {
  row: FrozenRow
  /** The level of its heading. */
  level: number
  /** The heading is read out but not shown, where the one above is equal. */
  unnamed: boolean
  /** Its child tables. */
  children: ReactNode
}

/** A row with its answers one below the other, and its findings. */
export function RowCard({ row, level, unnamed, children }: RowCardProps) {
  const { sheet } = useReview()
  const anchor = anchorOf(row.table, row.id)
  const placed = sheet.byAnchor.get(anchor)
  const inHand = useIsInHand(anchor)
  if (!placed) return null
  const figures = (sheet.figures.get(anchor) ?? []).filter(figure => figure.code !== 'completeness')
  const heading = { id: `${anchor}:name`, className: unnamed ? 'visually-hidden' : undefined }
  const code = !unnamed || row.parent !== row.id ? row.code : undefined
  return (
    <article
      id={anchor}
      data-row={anchor}
      tabIndex={-1}
      aria-labelledby={heading.id}
      className={cx(styles.card, inHand && styles.inHand)}
    >
      <header className={styles.cardHead}>
        {createElement(`h${Math.min(level, 6)}`, heading, placed.label)}
        <span className={styles.tags}>
          {code && <span className={styles.code}>{code}</span>}
          {(!unnamed || row.parent !== row.id) && <RowTags anchor={anchor} />}
        </span>
        <RowTools row={placed} className={styles.push} />
      </header>
      {row.warning && <p className={styles.warning}>{row.warning}</p>}
      <Declared row={placed} />
      <AnswerLines row={row} figures={figures} />
      <Findings anchor={anchor} />
      {children}
    </article>
  )
}
