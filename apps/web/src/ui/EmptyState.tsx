import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './EmptyState.module.css'

/** Says what will appear here and the first step towards it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <div>{children}</div>}
      {action}
    </div>
  )
}

/** Says that the filters of a list leave nothing of it, and takes them away. `noun`: the listed things. */
export const NothingFound = ({
  noun,
  onClear,
  children = 'Longgarkan saringan, atau periksa ejaan pencarian.',
}: {
  noun: string
  onClear?: () => void
  children?: ReactNode
}) => (
  <EmptyState
    title={`Tidak ada ${noun} yang cocok dengan saringan ini`}
    action={
      onClear && (
        <Button icon="cross" onClick={onClear}>
          Hapus saringan
        </Button>
      )
    }
  >
    {children}
  </EmptyState>
)
