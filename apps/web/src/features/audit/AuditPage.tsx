import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AuditState } from '#administration/AuditState.tsx'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { reportName } from '#submissions/reportName.ts'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { EmptyState, NothingFound } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { ExportTrail } from './ExportTrail.tsx'
import { type TrailLine, trailQuery } from './queries.ts'
import { TrailDrawer } from './TrailDrawer.tsx'
import { TrailFilters } from './TrailFilters.tsx'
import { TrailTable } from './TrailTable.tsx'
import { trailKeys, trailWish } from './trailWish.ts'

/** The state of the chain of events, then the events themselves: filtered, opened, exported. */
export default function AuditPage() {
  const filters = useUrlFilters(trailKeys)
  const wish = trailWish(filters.values)
  const list = useInfiniteQuery(trailQuery(wish))
  const [opened, setOpened] = useState<TrailLine | null>(null)
  const ofReport = wish.submission && list.data?.pages[0]?.items.find(({ report }) => report)?.report
  return (
    <>
      <PageHead
        title="Jejak audit"
        crumbs={adminCrumbs([], 'Jejak audit')}
        intro="Siapa melakukan apa dan kapan: masuk, membaca laporan perangkat daerah lain, memindahkan laporan, mengunduh data, mengubah hak, pengaturan, tenggat, atau katalog."
      />
      <Parts>
        <AuditState />
        <Part title="Peristiwa" actions={<ExportTrail wish={wish} />}>
          <TrailFilters of={filters} />
          {ofReport && (
            <p>
              Hanya peristiwa <strong>{reportName(ofReport)}</strong>, {ofReport.office.name}.
            </p>
          )}
          <PagedList
            of={list}
            loading="Memuat peristiwa…"
            noun="peristiwa"
            empty={
              filters.any ? (
                <NothingFound noun="peristiwa" onClear={filters.clear}>
                  Longgarkan saringan, misalnya rentang harinya.
                </NothingFound>
              ) : (
                <EmptyState title="Belum ada peristiwa" />
              )
            }
          >
            {lines => <TrailTable lines={lines} onOpen={setOpened} />}
          </PagedList>
        </Part>
      </Parts>
      <TrailDrawer line={opened} of={filters} onClose={() => setOpened(null)} />
    </>
  )
}
