import { useQuery } from '@tanstack/react-query'
import { OfficeFilter } from '#submissions/OfficeFilter.tsx'
import { periodsQuery } from '#submissions/sharedQueries.ts'
import { TypeFilter } from '#submissions/TypeFilter.tsx'
import { useDates } from '#sync/session/me.tsx'
import { FilterBar } from '#ui/FilterBar.tsx'
import { FilterSelect, FilterToggle, FilterToggles } from '#ui/FilterFields.tsx'
import { statusWord } from '#ui/StatusTag.tsx'
import type { UrlFilters } from '#ui/useUrlFilters.ts'
import { type queueKeys, reviewedStatuses, tabOf } from './queueWish.ts'

export function QueueFilters({
  filters,
  types,
}: {
  filters: UrlFilters<(typeof queueKeys)[number]>
  types: readonly string[]
}) {
  const year = useDates().year()
  const { values, set } = filters
  const thisYear = useQuery(periodsQuery(year))
  const lastYear = useQuery(periodsQuery(year - 1))
  const periods = new Map(
    [...(thisYear.data?.items ?? []), ...(lastYear.data?.items ?? [])].map(period => [period.key, period.title]),
  )
  const all = tabOf(values.tab).id === 'semua'
  const any = Object.entries(values).some(([key, value]) => key !== 'tab' && value !== '')
  const clear = () => set({ q: '', jenis: '', opd: '', periode: '', status: '', milik: '', terlambat: '', latihan: '' })
  return (
    <FilterBar label="Saring antrean" search="Cari" of={{ ...filters, any, clear }}>
      {types.length > 1 && <TypeFilter of={filters} types={types} />}
      <OfficeFilter of={filters} />
      <FilterSelect
        of={filters}
        name="periode"
        label="Periode"
        none="Semua periode"
        options={[...periods].sort(([a], [b]) => (a < b ? 1 : -1)).map(([value, label]) => ({ value, label }))}
      />
      {all && (
        <FilterSelect
          of={filters}
          name="status"
          label="Status"
          none="Semua status"
          options={reviewedStatuses.map(status => ({ value: status, label: statusWord(status) }))}
        />
      )}
      <FilterToggles>
        {all && <FilterToggle of={filters} name="milik" label="Milik saya saja" />}
        <FilterToggle of={filters} name="terlambat" label="Terlambat saja" />
        <FilterToggle of={filters} name="latihan" label="Latihan" />
      </FilterToggles>
    </FilterBar>
  )
}
