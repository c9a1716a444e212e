import { useQuery } from '@tanstack/react-query'
import { officesQuery } from '#submissions/sharedQueries.ts'
import { Combobox } from '#ui/Combobox.tsx'
import type { FieldProps } from '#ui/Field.tsx'
import { MultiSelect } from '#ui/MultiSelect.tsx'
import { officeChoices } from './officeChoices.ts'

/** One office, found by typing. `without` excludes one: an office is not its own parent. */
export function OfficeField({
  value,
  onChange,
  clearable,
  without,
  ...field
}: FieldProps & { value: string; onChange: (id: string) => void; clearable?: boolean; without?: string }) {
  const offices = useQuery(officesQuery)
  const options = officeChoices(offices.data?.items ?? [], [value]).filter(choice => choice.value !== without)
  return <Combobox {...field} options={options} value={value} onChange={onChange} clearable={clearable} />
}

/** Several offices, found by typing. */
export function OfficesField({
  values,
  onChange,
  ...field
}: FieldProps & { values: readonly string[]; onChange: (ids: string[]) => void }) {
  const offices = useQuery(officesQuery)
  return (
    <MultiSelect
      {...field}
      options={officeChoices(offices.data?.items ?? [], values)}
      values={values}
      onChange={onChange}
    />
  )
}
