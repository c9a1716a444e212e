import { useEffect, useRef } from 'react'
import { announce } from './announce.ts'
import { Button } from './Button.tsx'
import { count } from './numbers.ts'
import styles from './Pager.module.css'

export interface PagerProps {
  shown: number
  /** The listed things: "laporan", "orang". */
  noun: string
  hasMore: boolean
  loading: boolean
  onMore: () => void
}

/** The footer of a keyset list: how many are shown, and more. There is no total, since counting all costs more than it tells. */
export function Pager({ shown, noun, hasMore, loading, onMore }: PagerProps) {
  const before = useRef(shown)
  useEffect(() => {
    if (shown > before.current && before.current > 0)
      announce(`${count(shown - before.current)} ${noun} lagi ditampilkan.`)
    before.current = shown
  }, [shown, noun])
  return (
    <div className={styles.pager}>
      <span>{hasMore ? `${count(shown)} ${noun} pertama ditampilkan.` : `${count(shown)} ${noun}.`}</span>
      {hasMore && (
        <Button onClick={onMore} busy={loading && 'Memuat…'}>
          Muat lagi
        </Button>
      )}
    </div>
  )
}
