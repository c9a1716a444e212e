import type { Row } from '@sepakat/rules'
import { useCell, useForm } from '../FormContext.ts'

/** What a row is called: of one that people added, what they call it themselves, as they type it. */
export function useRowName(row: Row): string {
  const { kind } = useForm()
  const table = kind.tables[row.table]
  const field = table?.rows.from === 'items' ? table.named : undefined
  const spec = field === undefined ? undefined : table?.fields[field]
  const value = useCell(`/${row.table}/${row.id}/${field ?? '$position'}`)
  if (spec?.type === 'choice') return spec.options.find(option => option.id === value)?.label ?? row.label
  return field !== undefined && typeof value === 'string' ? value : row.label
}
