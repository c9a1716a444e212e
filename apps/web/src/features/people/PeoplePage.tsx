import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { officeChoices } from '#administration/officeChoices.ts'
import { officesQuery } from '#submissions/sharedQueries.ts'
import type { QueryOf } from '#sync/apiTypes.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Button } from '#ui/Button.tsx'
import { Combobox } from '#ui/Combobox.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterBar } from '#ui/FilterBar.tsx'
import { FilterSelect, filterProps } from '#ui/FilterFields.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Pager } from '#ui/Pager.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { PeopleTable } from './PeopleTable.tsx'
import { peopleQuery } from './queries.ts'
import { roleChoices } from './roleWords.ts'

const states = [
  { value: 'belum-masuk', label: 'Belum pernah masuk', state: 'never-signed-in' },
  { value: 'tanpa-jabatan', label: 'Tanpa jabatan', state: 'without-post' },
  { value: 'nonaktif', label: 'Nonaktif', state: 'disabled' },
] as const
const filterKeys = ['q', 'opd', 'peran', 'keadaan'] as const

export function PeoplePage() {
  const filters = useUrlFilters(filterKeys)
  const { values, clear, any } = filters
  const offices = useQuery(officesQuery)
  const list = useInfiniteQuery(
    peopleQuery({
      q: values.q || undefined,
      office: values.opd || undefined,
      role: (values.peran as QueryOf<'GET /people'>['role']) || undefined,
      state: states.find(one => one.value === values.keadaan)?.state,
    }),
  )
  const people = list.data?.pages.flatMap(page => page.items) ?? []
  const add = (
    <>
      <LinkButton icon="upload" to={paths.admin('orang/impor')}>
        Dari Excel
      </LinkButton>
      <LinkButton kind="primary" icon="plus" to={paths.admin('orang/baru', { opd: values.opd })}>
        Tambah orang
      </LinkButton>
    </>
  )
  return (
    <>
      <PageHead
        title="Orang"
        crumbs={adminCrumbs([], 'Orang')}
        intro="Siapa yang boleh masuk ke SEPAKAT dan sebagai apa. Buka namanya untuk memberi jabatan atau kode masuk."
        actions={add}
      />
      <FilterBar label="Saring orang" search="Cari nama, NIP, atau nama pengguna" of={filters}>
        <Combobox
          label="Perangkat daerah"
          clearable
          {...filterProps(filters, 'opd')}
          options={officeChoices(offices.data?.items ?? [], [values.opd])}
        />
        <FilterSelect of={filters} name="peran" label="Peran" none="Semua peran" options={roleChoices} />
        <FilterSelect of={filters} name="keadaan" label="Keadaan" none="Semua" options={states} />
      </FilterBar>
      {list.isPending && <SkeletonRows rows={8} label="Memuat daftar orang…" />}
      {list.isError && <ProblemPanel error={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && people.length === 0 && (
        <EmptyState
          title={any ? 'Tidak ada orang yang cocok dengan saringan ini' : 'Belum ada orang'}
          action={
            any ? (
              <Button icon="cross" onClick={clear}>
                Hapus saringan
              </Button>
            ) : (
              add
            )
          }
        >
          {any
            ? 'Longgarkan saringan, atau periksa ejaan namanya.'
            : 'Mulai dengan operator perangkat daerah percontohan.'}
        </EmptyState>
      )}
      {people.length > 0 && (
        <>
          <PeopleTable people={people} />
          <Pager
            shown={people.length}
            noun="orang"
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => list.fetchNextPage()}
          />
        </>
      )}
    </>
  )
}
