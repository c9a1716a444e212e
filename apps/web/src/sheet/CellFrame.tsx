import type { ReactNode } from 'react'
import { initialsOf } from '#ui/initialsOf.ts'
import styles from './Cell.module.css'

/**
 * What is around the editor of one answer: its unit, how far it is saved, who else is in it. A form of its own: browser
 * autofill examines every field of a form at each keystroke, which in a long table took longer than drawing it.
 */
export function CellFrame({
  at,
  unit,
  mark,
  fresh,
  here = [],
  children,
}: {
  at: string
  unit: string | null | undefined
  mark?: 'waiting' | 'sending' | 'stuck' | undefined
  /** Changed by another person while this page was open. */
  fresh?: boolean
  /** Names of the people in it now. */
  here?: readonly string[]
  children: ReactNode
}) {
  return (
    <form
      className={styles.cell}
      data-mark={mark}
      data-fresh={fresh || undefined}
      data-here={here.length > 0 || undefined}
      onSubmit={event => event.preventDefault()}
    >
      {here.length > 0 && (
        <span id={`${at}:here`} className={styles.here} title={`${here.join(', ')} sedang mengisi isian ini`}>
          <span aria-hidden="true">{here.map(initialsOf).join(' ')}</span>
          <span className="visually-hidden">{here.join(', ')} sedang mengisi isian ini</span>
        </span>
      )}
      {unit === 'Rp' && <Unit at={at} unit={unit} />}
      {children}
      {unit && unit !== 'Rp' && <Unit at={at} unit={unit} />}
    </form>
  )
}

const Unit = ({ at, unit }: { at: string; unit: string }) => (
  <span id={`${at}:unit`} className={styles.unit}>
    {unit}
  </span>
)
