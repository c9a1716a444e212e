import type { Block, Row } from '@sepakat/rules'
import { cellAt, rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { useEffect, useRef } from 'react'
import { useSignal } from '#sync/useSignal.ts'
import { Button } from '#ui/Button.tsx'
import { useForm, useRowWritable, useWritable } from '../../FormContext.ts'
import { OpenNotes } from '../../notes/OpenNotes.tsx'
import { StateReasons, useDeclared } from '../StateField.tsx'
import { AddRow } from './AddRow.tsx'
import styles from './BlockFoot.module.css'

/** What is below the rows of a list: one just removed, its declared state, and adding another. */
export function BlockFoot({ block }: { block: Block }) {
  const writable = useRowWritable(block.table, block.head?.id ?? block.under ?? 'all')
  return (
    <>
      <RemovedRow block={block} />
      {block.head && <HeadRow block={block} head={block.head} />}
      {block.item && writable && <AddRow block={block} />}
    </>
  )
}

/** The head of a list: where it is declared empty. */
function HeadRow({ block, head }: { block: Block; head: Row }) {
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

/** Names the removed row and offers to restore it; gone when the user goes on, or has it back by undoing. */
function RemovedRow({ block }: { block: Block }) {
  const { store, view, go } = useForm()
  const list = `${block.table}/${block.under ?? ''}`
  const last = useSignal(view, `removed ${list}`, () => view.removed(list))
  const removed = block.rows.some(({ id }) => id === last?.ref.row) ? undefined : last
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (removed) button.current?.focus()
  }, [removed])
  if (!removed) return null
  return (
    <p className={styles.line} role="status">
      <span>“{removed.name}” dihapus.</span>
      <Button
        ref={button}
        small
        kind="quiet"
        onClick={() => {
          store.restoreRow(removed.ref, removed.state)
          view.setRemoved(list, null)
          go(`/${removed.ref.table}/${removed.ref.row}`)
        }}
      >
        Pulihkan
      </Button>
      <Button small kind="quiet" onClick={() => view.setRemoved(list, null)}>
        Tutup
      </Button>
    </p>
  )
}
