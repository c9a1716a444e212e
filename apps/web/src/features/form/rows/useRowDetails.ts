import type { Row } from '@sepakat/rules'
import { useForm } from '../FormContext.ts'
import type { View } from '../model/viewStore.ts'

/** Makes a row current and shows its details, or one part of them. */
export function useRowDetails(row: Pick<Row, 'table' | 'id'>): (part: View['part']) => void {
  const { view } = useForm()
  return part => view.set({ hand: { table: row.table, row: row.id, field: undefined }, part, drawer: 'row' })
}
