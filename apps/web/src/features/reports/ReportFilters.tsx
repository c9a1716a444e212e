import { useQuery } from '@tanstack/react-query'
import { useDates, useMe } from '../../lib/me.tsx'
import { officesQuery, periodsQuery } from '../../lib/sharedQueries.ts'
import type { UrlFilters } from '../../lib/useUrlFilters.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { FilterBar, FilterToggles } from '../../ui/FilterBar.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { shownStatuses, statusWord } from '../../ui/StatusTag.tsx'
import type { filterKeys } from './wishOf.ts'

const firstYear = 2023

export function ReportFilters({
  filters,
  types,
}: {
  filters: UrlFilters<(typeof filterKeys)[number]>
  types: readonly string[]
}) {
  const me = useMe()
  const thisYear = useDates().year()
  const { values, set, clear, any } = filters
  const several = me.post?.region || (me.post?.offices.length ?? 0) > 1
  const offices = useQuery({ ...officesQuery, enabled: several })
  const periods = useQuery(periodsQuery(Number(values.tahun) || undefined))
  const years = Array.from({ length: thisYear + 1 - firstYear + 1 }, (_, n) => String(thisYear + 1 - n))
  const periodTitles = new Map(periods.data?.items.map(period => [period.key, period.title]))
  return (
    <FilterBar
      label="Saring laporan"
      search={{ label: 'Cari', value: values.q, onChange: q => set({ q }) }}
      onClear={any ? clear : undefined}
    >
      <SelectField
        label="Jenis"
        none="Semua jenis"
        value={values.jenis}
        onChange={jenis => set({ jenis })}
        options={types.map(type => ({ value: type, label: type.toUpperCase() }))}
      />
      <SelectField
        label="Status"
        none="Semua status"
        value={values.status}
        onChange={status => set({ status })}
        options={shownStatuses.map(status => ({ value: status, label: statusWord(status) }))}
      />
      <SelectField
        label="Tahun"
        none="Semua tahun"
        value={values.tahun}
        onChange={tahun => set({ tahun, periode: '' })}
        options={years.map(year => ({ value: year, label: year }))}
      />
      <SelectField
        label="Periode"
        none="Semua periode"
        value={values.periode}
        onChange={periode => set({ periode })}
        options={[...periodTitles].sort().map(([value, label]) => ({ value, label }))}
      />
      {several && (
        <Combobox
          label="Perangkat daerah"
          clearable
          value={values.opd}
          onChange={opd => set({ opd })}
          options={(offices.data?.items ?? []).map(office => ({ value: office.id, label: office.name }))}
        />
      )}
      <FilterToggles>
        <Checkbox
          label="Terlambat saja"
          checked={values.terlambat === 'ya'}
          onChange={event => set({ terlambat: event.target.checked ? 'ya' : '' })}
        />
        <Checkbox
          label="Latihan"
          checked={values.latihan === 'ya'}
          onChange={event => set({ latihan: event.target.checked ? 'ya' : '' })}
        />
      </FilterToggles>
    </FilterBar>
  )
}
