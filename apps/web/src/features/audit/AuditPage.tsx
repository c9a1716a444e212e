import { eventGroupLabels, eventGroups } from '@sepakat/rules/eventGroups.ts'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AuditState } from '#administration/AuditState.tsx'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { OfficeFilter } from '#submissions/OfficeFilter.tsx'
import { reportName } from '#submissions/reportName.ts'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { file } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Combobox } from '#ui/Combobox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { EmptyState, NothingFound } from '#ui/EmptyState.tsx'
import { FilterBar } from '#ui/FilterBar.tsx'
import { FilterSelect, filterProps } from '#ui/FilterFields.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { saveFile } from '#ui/saveFile.ts'
import { type UrlFilters, useUrlFilters } from '#ui/useUrlFilters.ts'
import { type TrailLine, type TrailWish, trailPeopleQuery, trailQuery } from './queries.ts'
import { TrailDrawer } from './TrailDrawer.tsx'
import { TrailTable } from './TrailTable.tsx'
import { type TrailKey, trailKeys, trailWish } from './trailWish.ts'

/** The trail as it is filtered, as a file; the export is an event itself. */
function ExportTrail({ wish }: { wish: TrailWish }) {
  const made = useMutation({
    mutationFn: async () => {
      const given = await file('GET /events/export', { query: wish })
      if (given instanceof File) saveFile(given, given.name)
    },
  })
  return (
    <>
      <Button icon="download" busy={made.isPending && 'Menyiapkan berkas…'} onClick={() => made.mutate()}>
        Unduh CSV
      </Button>
      {made.isError && <ProblemPanel error={made.error} onRetry={() => made.mutate()} />}
    </>
  )
}

/** By kind, by who did it, whom it is about, office and days; by report from a line of it. */
function TrailFilters({ of }: { of: UrlFilters<TrailKey> }) {
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
