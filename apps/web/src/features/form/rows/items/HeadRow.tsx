import type { Block, Row } from '@sepakat/rules'
import { cellAt, rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { useForm, useWritable } from '../../FormContext.ts'
import { OpenNotes } from '../../notes/OpenNotes.tsx'
import { StateReasons, useDeclared } from '../StateField.tsx'
import styles from './HeadRow.module.css'

/** The head of a list: where it is declared empty. */
export function HeadRow({ block, head }: { block: Block; head: Row }) {
  const { store } = useForm()
  const at = cellAt(head, 'state')
  const declared = useDeclared(head)
  const writable = useWritable(at)
  const empty = block.rows.length === 0
  return (
    <>
      <OpenNotes rowKey={rowAt(head)} />
      {(declared || empty) && (
        <div className={styles.head}>
          {writable ? (
            <label className={styles.none}>
              <input
                id={at}
                type="checkbox"
                checked={declared !== null}
                onChange={event => {
                  store.set(at, event.target.checked ? 'nil' : null)
                  store.settle(at)
                }}
              />
              Tidak ada (nihil)
              <span className="visually-hidden">: {block.title}</span>
            </label>
          ) : (
            <p>{declared ? 'Dinyatakan tidak ada.' : 'Belum ada isian.'}</p>
          )}
          {declared && <StateReasons row={head} head />}
        </div>
      )}
    </>
  )
}
