import type { Block } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { Heading } from '#sheet/Heading.tsx'
import { RowCautions, RowWords } from '#sheet/RowWords.tsx'
import type { RowHeadProps } from '#sheet/Slots.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { late } from '#ui/late.tsx'
import { useForm } from '../FormContext.ts'
import { OpenNotes } from '../notes/OpenNotes.tsx'
import styles from './Filled.module.css'
import rowStyles from './Row.module.css'
import { RowTools } from './tools/RowTools.tsx'
import { useRowName } from './useRowName.ts'
import { useUnfolded } from './useUnfolded.ts'

const FoldedSums = late(async () => (await import('./tree/FoldedSums.tsx')).FoldedSums)

/** The name of a row, in a numbered list its number; what can be done with it, and the notes on it. */
export function FilledHead({ row, block, headed, id, level, labelledBy }: RowHeadProps<Block>) {
  const { kind } = useForm()
  const name = useRowName(row)
  // in the whole list, also where only some of its rows are shown
  const number = block.rows.indexOf(row) + 1
  const [open, setOpen] = useUnfolded(row, block)
  const isNumbered = block.layout === 'list'
  const words = <RowWords row={row} label={name} />
  return (
    <>
      <div className={rowStyles.head}>
        {isNumbered ? (
          <span id={id} className={styles.number}>
            {number}. <span className="visually-hidden">{name}</span>
          </span>
        ) : (
          headed && (
            <Heading level={level} id={id} className={styles.title}>
              {block.item ? (
                <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
                  <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
                  <span>{words}</span>
                </button>
              ) : (
                words
              )}
            </Heading>
          )
        )}
        <RowTools {...{ block, row, labelledBy }} name={isNumbered ? `${number}. ${name}` : name} />
      </div>
      {headed && <RowCautions row={row} />}
      {!open && kind.tree?.tables.includes(row.table) && <FoldedSums row={row} />}
      <OpenNotes rowKey={rowAt(row)} />
    </>
  )
}
