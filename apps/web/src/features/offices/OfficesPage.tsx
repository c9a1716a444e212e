import { useQuery } from '@tanstack/react-query'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { kindLabel } from '#administration/officeWords.ts'
import { officesQuery } from '#submissions/sharedQueries.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterBar } from '#ui/FilterBar.tsx'
import { FilterToggle, FilterToggles } from '#ui/FilterFields.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { count } from '#ui/numbers.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { OfficeBranches } from './OfficeBranches.tsx'
import { countOf, officeTree } from './officeTree.ts'

export function OfficesPage() {
  const filters = useUrlFilters(['q', 'berakhir'] as const)
  const { values, clear, any } = filters
  const offices = useQuery(officesQuery)
  const limbs = officeTree(offices.data?.items ?? [], { search: values.q, ended: values.berakhir === 'ya' })
  const found = limbs.reduce((sum, limb) => sum + countOf(limb.branches), 0)
  return (
    <>
      <PageHead
        title="Perangkat daerah"
        crumbs={adminCrumbs([], 'Perangkat daerah')}
        intro="Nama, induk, dan urusan berlaku menurut tanggal: laporan mencetak nama yang berlaku pada periodenya."
        actions={
          <LinkButton kind="primary" icon="plus" to={paths.admin('perangkat-daerah/baru')}>
            Tambah perangkat daerah
          </LinkButton>
        }
      />
      <FilterBar label="Saring perangkat daerah" search="Cari nama atau kode urusan" of={filters}>
        <FilterToggles>
          <FilterToggle of={filters} name="berakhir" label="Tampilkan juga yang sudah berakhir" />
        </FilterToggles>
      </FilterBar>
      {offices.isPending && <SkeletonRows rows={8} label="Memuat perangkat daerah…" />}
      {offices.isError && <ProblemPanel error={offices.error} onRetry={() => offices.refetch()} />}
      {offices.isSuccess && found === 0 && (
        <EmptyState
          title={any ? 'Tidak ada perangkat daerah yang cocok' : 'Belum ada perangkat daerah'}
          action={
            any && (
              <Button icon="cross" onClick={clear}>
                Hapus saringan
              </Button>
            )
          }
        >
          {any ? 'Periksa ejaan pencarian.' : 'Tambahkan induknya dahulu, lalu unit di bawahnya.'}
        </EmptyState>
      )}
      {found > 0 && (
        <Parts>
          {limbs.map(limb => (
            <Part key={limb.kind} title={`${kindLabel(limb.kind)} (${count(limb.branches.length)})`}>
              <OfficeBranches branches={limb.branches} />
            </Part>
          ))}
          <p>
            <small>{count(found)} perangkat daerah dan unit.</small>
          </p>
        </Parts>
      )}
    </>
  )
}
