import { type Timeliness, timelinesses } from '@sepakat/rules/workflow/lateness.ts'
import { useQuery } from '@tanstack/react-query'
import { OfficeFilter } from '#submissions/OfficeFilter.tsx'
import { periodsQuery } from '#submissions/sharedQueries.ts'
import { FormFilter, TypeFilter } from '#submissions/TypeFilter.tsx'
import { YearField } from '#submissions/YearField.tsx'
import { FilterBar } from '#ui/FilterBar.tsx'
import { FilterSelect, FilterToggle, FilterToggles } from '#ui/FilterFields.tsx'
import { shownStatuses, statusWord } from '#ui/StatusTag.tsx'
import type { UrlFilters } from '#ui/useUrlFilters.ts'
import type { filterKeys } from './wishOf.ts'

const timelinessWords: Record<Timeliness, string> = {
  due: 'Sudah jatuh tempo',
  'on-time': 'Dikirim tepat waktu',
  overdue: 'Dikirim terlambat',
  missing: 'Lewat batas, belum dikirim',
}

export function ReportFilters({
  filters,
  types,
  forms,
}: {
  filters: UrlFilters<(typeof filterKeys)[number]>
  types: readonly string[]
  forms: readonly { form: string; title: string }[]
}) {
  const { values, set } = filters
  const periods = useQuery(periodsQuery(Number(values.tahun) || undefined))
  const periodTitles = new Map(periods.data?.items.map(period => [period.key, period.title]))
  return (
    <FilterBar label="Saring laporan" search="Cari" of={filters}>
      <TypeFilter of={filters} types={types} />
      <FormFilter of={filters} forms={forms} />
      <FilterSelect
        of={filters}
        name="status"
        label="Status"
        none="Semua status"
        options={shownStatuses.map(status => ({ value: status, label: statusWord(status) }))}
      />
      <YearField none="Semua tahun" value={values.tahun} onChange={tahun => set({ tahun, periode: '' })} ahead={1} />
      <FilterSelect
        of={filters}
        name="periode"
        label="Periode"
        none="Semua periode"
        options={[...periodTitles].sort().map(([value, label]) => ({ value, label }))}
      />
      <OfficeFilter of={filters} />
      <FilterSelect
        of={filters}
        name="ketepatan"
        label="Batas waktu"
        none="Semua"
        options={timelinesses.map(value => ({ value, label: timelinessWords[value] }))}
      />
      <FilterToggles>
        {values.opd !== '' && <FilterToggle of={filters} name="sendiri" label="Tanpa unit di bawahnya" />}
        <FilterToggle of={filters} name="terlambat" label="Terlambat saja" />
        <FilterToggle of={filters} name="latihan" label="Latihan" />
      </FilterToggles>
    </FilterBar>
  )
}
