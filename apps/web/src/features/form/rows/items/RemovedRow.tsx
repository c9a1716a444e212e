import type { Block } from '@sepakat/rules'
import { useEffect, useRef } from 'react'
import { useSignal } from '#sync/useSignal.ts'
import { Button } from '#ui/Button.tsx'
import { useForm } from '../../FormContext.ts'
import styles from './RemovedRow.module.css'

/** Names the removed row and offers to restore it; gone when the user goes on. */
export function RemovedRow({ block }: { block: Block }) {
  const { store, view } = useForm()
  const list = `${block.table}/${block.under ?? ''}`
  const removed = useSignal(view, `removed ${list}`, () => view.removed(list))
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
        }}
      >
        Kembalikan
      </Button>
      <Button small kind="quiet" onClick={() => view.setRemoved(list, null)}>
        Tutup
      </Button>
    </p>
  )
}
