import { useQuery } from '@tanstack/react-query'
import { useMe } from '#sync/session/me.tsx'
import { Combobox } from '#ui/Combobox.tsx'
import { filterProps } from '#ui/FilterFields.tsx'
import type { UrlFilters } from '#ui/useUrlFilters.ts'
import { officesQuery } from './sharedQueries.ts'

/** The filter of a list by office, for a post that reads the reports of several. */
export function OfficeFilter<K extends string>({ of }: { of: UrlFilters<K | 'opd'> }) {
  const { post } = useMe()
  const several = post?.region || (post?.offices.length ?? 0) > 1
  const offices = useQuery({ ...officesQuery, enabled: several })
  if (!several) return null
  return (
    <Combobox
      label="Perangkat daerah"
      clearable
      {...filterProps(of, 'opd')}
      options={(offices.data?.items ?? []).map(office => ({
        value: office.id,
        label: office.name,
        also: office.shortName,
      }))}
    />
  )
}
