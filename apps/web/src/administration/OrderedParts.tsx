import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '#ui/Button.tsx'
import styles from './OrderedParts.module.css'

interface OrderedPartsProps<T> {
  items: readonly T[]
  /** What an item is called, for its heading and its buttons. */
  nameOf: (item: T) => string
  onChange: (items: T[]) => void
  /** Which of them can be taken away; all, unless said. */
  removable?: (item: T) => boolean
  children: (item: T, nth: number, change: (item: T) => void) => ReactNode
}

/** Items in an order that is changed by buttons, each with its fields. */
export function OrderedParts<T>({ items, nameOf, onChange, removable = () => true, children }: OrderedPartsProps<T>) {
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<{ to: number; button: number } | null>(null)
  // the focus goes along with what is moved, so that it can be moved on
  useEffect(() => {
    if (moved.current === null) return
    const { to, button } = moved.current
    moved.current = null
    list.current?.children[to]?.querySelectorAll('button')[button]?.focus()
  })
  const swapped = (nth: number, other: number) => {
    const ordered = [...items]
    const [one, two] = [items[nth], items[other]]
    if (one === undefined || two === undefined) return
    ordered[nth] = two
    ordered[other] = one
    moved.current = { to: other, button: other < nth ? 0 : 1 }
    onChange(ordered)
  }
  return (
    <ol ref={list} className={styles.parts}>
      {[...items.entries()].map(([nth, item]) => {
        const name = `${nth + 1}. ${nameOf(item)}`
        const act = (label: string, onClick: () => void, whyNot: string | null) => (
          <Button small kind="quiet" onClick={onClick} whyNot={whyNot}>
            {label} <span className="visually-hidden">{name}</span>
          </Button>
        )
        return (
          <li key={nth} className={styles.part}>
            <div className={styles.head}>
              <strong>{name}</strong>
              {act('Naikkan', () => swapped(nth, nth - 1), nth === 0 ? 'Sudah yang pertama.' : null)}
              {act('Turunkan', () => swapped(nth, nth + 1), nth === items.length - 1 ? 'Sudah yang terakhir.' : null)}
              {removable(item) &&
                act(
                  'Hapus',
                  () => onChange(items.filter((_, at) => at !== nth)),
                  items.length === 1 ? 'Ini satu-satunya bagian.' : null,
                )}
            </div>
            {children(item, nth, changed => onChange(items.map((one, at) => (at === nth ? changed : one))))}
          </li>
        )
      })}
    </ol>
  )
}
