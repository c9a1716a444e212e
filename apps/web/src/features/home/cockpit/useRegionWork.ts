import { editionStatusLabels } from '@sepakat/rules/editions/editionWords.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay, useMe } from '#sync/session/me.tsx'
import { queryOf } from '#sync/transport/queryOf.ts'
import { paths } from '#ui/paths.ts'
import type { CockpitWish } from './cockpitQuery.ts'

/** Work of the region itself that waits for somebody: it is of no office. */
export interface RegionWork {
  id: string
  name: string
  to: string
  /** For what it waits. */
  state: string
  since: string
  by: string
}

/**
 * Reports of the region that wait for a review or an approval, and proposed rules of computation, the longest first. Nothing where
 * the filter asks for an office, or the post does not reach the region.
 */
export function useRegionWork({ office, reportType }: CockpitWish): RegionWork[] {
  const reads = useMay('figure.read')
  const enabled = Boolean(useMe().post?.region) && reads && office === undefined
  const editions = useQuery({ ...queryOf('GET /editions', { query: { waiting: true } }), enabled })
  const rules = useQuery({ ...queryOf('GET /rule-sets'), enabled: enabled && reportType === undefined })
  if (!enabled) return []
  const wanted = (editions.data?.items ?? []).filter(one => reportType === undefined || one.reportType === reportType)
  const proposed =
    reportType === undefined ? (rules.data?.items ?? []).filter(({ status }) => status === 'proposed') : []
  return [
    ...wanted.map(({ id, name, version, status, statusAt, statusBy }) => ({
      id,
      name: version > 1 ? `${name}, versi ${version}` : name,
      to: paths.edition(id),
      state: editionStatusLabels[status],
      since: statusAt,
      by: statusBy.name,
    })),
    ...proposed.map(({ id, year, proposedAt, proposedBy }) => ({
      id,
      name: `Aturan penghitungan ${year}`,
      to: paths.admin(`paket-aturan/${id}`),
      state: 'Menunggu persetujuan',
      since: proposedAt,
      by: proposedBy.name,
    })),
  ].sort((a, b) => a.since.localeCompare(b.since))
}
