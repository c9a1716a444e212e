import type { Declared, Row } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { useForm } from '../FormContext.ts'

/** Declares a state of a row and focuses the reason it asks for; null: it is filled in again. */
export function useDeclare(row: Pick<Row, 'table' | 'id'>): (state: Declared | null) => void {
  const { store } = useForm()
  const at = rowAt(row)
  return state => {
    store.set(`${at}/state`, state)
    store.settle(`${at}/state`)
    if (state === null) return
    requestAnimationFrame(() => {
      // a slow device renders late: what is typed elsewhere by then must not end up in the reason
      if (!document.activeElement?.matches('input, textarea, select')) document.getElementById(`${at}/reason`)?.focus()
    })
  }
}
