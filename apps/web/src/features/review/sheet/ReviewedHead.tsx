import type { FrozenBlock } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { Heading } from '#sheet/Heading.tsx'
import type { RowHeadProps } from '#sheet/Slots.ts'
import { useReview } from '../ReviewContext.ts'
import styles from './Row.module.css'
import { RowTags } from './RowTags.tsx'
import { RowTools } from './RowTools.tsx'

/** The name of a row with its marks and tools; the row of another table of the same id has those of the row above. */
export function ReviewedHead({ row, headed, id, level }: RowHeadProps<FrozenBlock>) {
  const anchor = rowAt(row)
  const placed = useReview().sheet.byAnchor.get(anchor)
  const isAgain = row.parent === row.id
  return (
    <>
      <header className={styles.cardHead}>
        {headed && (
          <Heading level={level} id={id}>
            {placed?.label}
          </Heading>
        )}
        {!isAgain && (
          <span className={styles.tags}>
            {row.code && <span className={styles.code}>{row.code}</span>}
            <RowTags anchor={anchor} />
          </span>
        )}
        {placed && <RowTools row={placed} className={styles.push} />}
      </header>
      {row.warning && <p className={styles.warning}>{row.warning}</p>}
    </>
  )
}
