import { useQuery } from '@tanstack/react-query'
import { count } from '../../../lib/numbers.ts'
import { paths } from '../../../lib/paths.ts'
import { officesQuery } from '../../../lib/sharedQueries.ts'
import { useUrlFilters } from '../../../lib/useUrlFilters.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { FilterToggle, FilterToggles } from '../../../ui/FilterFields.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import styles from '../Admin.module.css'
import { adminCrumbs } from '../adminCrumbs.ts'
import { Part } from '../Part.tsx'
import { OfficeBranches } from './OfficeBranches.tsx'
import { countOf, officeTree } from './officeTree.ts'
import { kindLabel } from './officeWords.ts'

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
        <div className={styles.parts}>
          {limbs.map(limb => (
            <Part key={limb.kind} title={`${kindLabel(limb.kind)} (${count(limb.branches.length)})`}>
              <OfficeBranches branches={limb.branches} />
            </Part>
          ))}
          <p>
            <small>{count(found)} perangkat daerah dan unit.</small>
          </p>
        </div>
      )}
    </>
  )
}
