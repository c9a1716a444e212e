import { useInfiniteQuery } from '@tanstack/react-query'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { OfficeField } from '#administration/OfficeField.tsx'
import type { QueryOf } from '#sync/apiTypes.ts'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { EmptyState, NothingFound } from '#ui/EmptyState.tsx'
import { FilterBar } from '#ui/FilterBar.tsx'
import { FilterSelect, filterProps } from '#ui/FilterFields.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
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
  const list = useInfiniteQuery(
    peopleQuery({
      q: values.q || undefined,
      office: values.opd || undefined,
      role: (values.peran as QueryOf<'GET /people'>['role']) || undefined,
      state: states.find(one => one.value === values.keadaan)?.state,
    }),
  )
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
        <OfficeField label="Perangkat daerah" clearable {...filterProps(filters, 'opd')} />
        <FilterSelect of={filters} name="peran" label="Peran" none="Semua peran" options={roleChoices} />
        <FilterSelect of={filters} name="keadaan" label="Keadaan" none="Semua" options={states} />
      </FilterBar>
      <PagedList
        of={list}
        loading="Memuat daftar orang…"
        noun="orang"
        empty={
          any ? (
            <NothingFound noun="orang" onClear={clear}>
              Longgarkan saringan, atau periksa ejaan namanya.
            </NothingFound>
          ) : (
            <EmptyState title="Belum ada orang" action={add}>
              Mulai dengan operator perangkat daerah percontohan.
            </EmptyState>
          )
        }
      >
        {people => <PeopleTable people={people} />}
      </PagedList>
    </>
  )
}
