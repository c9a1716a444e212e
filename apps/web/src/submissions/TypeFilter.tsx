import { FilterSelect } from '#ui/FilterFields.tsx'
import type { UrlFilters } from '#ui/useUrlFilters.ts'

/** The filter of a list by type of report. */
export function TypeFilter<K extends string>({ of, types }: { of: UrlFilters<K | 'jenis'>; types: readonly string[] }) {
  const options = types.map(type => ({ value: type, label: type.toUpperCase() }))
  return <FilterSelect of={of} name="jenis" label="Jenis" none="Semua jenis" options={options} />
}

/** The filter of a list by form. */
export function FormFilter<K extends string>({
  of,
  forms,
}: {
  of: UrlFilters<K | 'formulir'>
  forms: readonly { form: string; title: string }[]
}) {
  const options = forms.map(({ form, title }) => ({ value: form, label: title }))
  return <FilterSelect of={of} name="formulir" label="Formulir" none="Semua formulir" options={options} />
}
