import { eventGroupLabels, eventGroups } from '@sepakat/rules/eventGroups.ts'
import { useQuery } from '@tanstack/react-query'
import { OfficeFilter } from '#submissions/OfficeFilter.tsx'
import { Combobox } from '#ui/Combobox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { FilterBar } from '#ui/FilterBar.tsx'
import { FilterSelect, filterProps } from '#ui/FilterFields.tsx'
import type { UrlFilters } from '#ui/useUrlFilters.ts'
import { trailPeopleQuery } from './queries.ts'
import type { TrailKey } from './trailWish.ts'

/** By kind, by who did it, whom it is about, office and days; by report from a line of it. */
export function TrailFilters({ of }: { of: UrlFilters<TrailKey> }) {
  const { data = [] } = useQuery(trailPeopleQuery)
  const people = data.map(({ id, name, title }) => ({ value: id, label: title ? `${name} (${title})` : name }))
  const day = (name: 'dari' | 'sampai') => ({
    key: `${name} ${of.clears}`,
    value: of.values[name],
    onChange: (value: string | null) => of.set({ [name]: value ?? '' }),
  })
  const { key: fromKey, ...from } = day('dari')
  const { key: toKey, ...to } = day('sampai')
  return (
    <FilterBar label="Saring peristiwa" of={of}>
      <FilterSelect
        of={of}
        name="jenis"
        label="Jenis"
        none="Semua jenis"
        options={eventGroups.map(group => ({ value: group, label: eventGroupLabels[group] }))}
      />
      <Combobox label="Dilakukan oleh" clearable options={people} {...filterProps(of, 'oleh')} />
      <Combobox label="Tentang orang" clearable options={people} {...filterProps(of, 'tentang')} />
      <OfficeFilter of={of} />
      <DateField key={fromKey} label="Dari hari" {...from} />
      <DateField key={toKey} label="Sampai hari" {...to} />
    </FilterBar>
  )
}
