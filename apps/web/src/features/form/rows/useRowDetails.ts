import type { FieldId, Row } from '@sepakat/rules'
import { useForm } from '../FormContext.ts'
import type { View } from '../model/viewStore.ts'

/** Makes a row current and shows its details, or one part of them. */
export function useRowDetails({ table, id }: Pick<Row, 'table' | 'id'>): (part: View['part'], field?: FieldId) => void {
  const { view } = useForm()
  return (part, field) => view.set({ hand: { table, row: id, field }, part, drawer: 'row' })
}
