import { useDates } from '#sync/session/me.tsx'
import { SelectField } from '#ui/SelectField.tsx'

interface YearFieldProps {
  value: string
  onChange: (year: string) => void
  /** The first of them; usually that since which offices report here. */
  since?: number
  /** How many years after this one: what is owed then may be there already. */
  ahead?: number
  /** What no year is called, where none may be chosen. */
  none?: string
}

/** A year to choose, the newest first. */
export function YearField({ since = 2023, ahead = 0, ...field }: YearFieldProps) {
  const last = useDates().year() + ahead
  const years = Array.from({ length: last - since + 1 }, (_, n) => String(last - n))
  return <SelectField label="Tahun" {...field} options={years.map(value => ({ value, label: value }))} />
}
