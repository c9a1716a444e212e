import { useQuery } from '@tanstack/react-query'
import { useDates, useMe } from '../../../lib/me.tsx'
import { officesQuery, periodsQuery } from '../../../lib/sharedQueries.ts'
import type { UrlFilters } from '../../../lib/useUrlFilters.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Combobox } from '../../../ui/Combobox.tsx'
import { FilterBar, FilterToggles } from '../../../ui/FilterBar.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { statusWord } from '../../../ui/StatusTag.tsx'
import { type queueKeys, reviewedStatuses, tabOf } from './queueWish.ts'

export function QueueFilters({
  filters,
  types,
}: {
  filters: UrlFilters<(typeof queueKeys)[number]>
  types: readonly string[]
}) {
  const me = useMe()
  const year = useDates().year()
  const { values, set } = filters
  const offices = useQuery(officesQuery)
  const thisYear = useQuery(periodsQuery(year))
  const lastYear = useQuery(periodsQuery(year - 1))
  const several = me.post?.region || (me.post?.offices.length ?? 0) > 1
  const periods = new Map(
    [...(thisYear.data?.items ?? []), ...(lastYear.data?.items ?? [])].map(period => [period.key, period.title]),
  )
  const all = tabOf(values.tab).id === 'semua'
  const any = Object.entries(values).some(([key, value]) => key !== 'tab' && value !== '')
  const clear = () => set({ q: '', jenis: '', opd: '', periode: '', status: '', milik: '', terlambat: '', latihan: '' })
  return (
    <FilterBar
      label="Saring antrean"
      search={{ label: 'Cari', value: values.q, onChange: q => set({ q }) }}
      onClear={any ? clear : undefined}
    >
      {types.length > 1 && (
        <SelectField
          label="Jenis"
          none="Semua jenis"
          value={values.jenis}
          onChange={jenis => set({ jenis })}
          options={types.map(type => ({ value: type, label: type.toUpperCase() }))}
        />
      )}
      {several && (
        <Combobox
          label="Perangkat daerah"
          clearable
          value={values.opd}
          onChange={opd => set({ opd })}
          options={(offices.data?.items ?? []).map(office => ({ value: office.id, label: office.name }))}
        />
      )}
      <SelectField
        label="Periode"
        none="Semua periode"
        value={values.periode}
        onChange={periode => set({ periode })}
        options={[...periods].sort(([a], [b]) => (a < b ? 1 : -1)).map(([value, label]) => ({ value, label }))}
      />
      {all && (
        <SelectField
          label="Status"
          none="Semua status"
          value={values.status}
          onChange={status => set({ status })}
          options={reviewedStatuses.map(status => ({ value: status, label: statusWord(status) }))}
        />
      )}
      <FilterToggles>
        {all && <Toggle label="Milik saya saja" on={values.milik} onChange={milik => set({ milik })} />}
        <Toggle label="Terlambat saja" on={values.terlambat} onChange={terlambat => set({ terlambat })} />
        <Toggle label="Latihan" on={values.latihan} onChange={latihan => set({ latihan })} />
      </FilterToggles>
    </FilterBar>
  )
}

function Toggle({ label, on, onChange }: { label: string; on: string; onChange: (on: string) => void }) {
  return <Checkbox label={label} checked={on === 'ya'} onChange={event => onChange(event.target.checked ? 'ya' : '')} />
}
