import type { Confidence } from '@sepakat/rules/types/Catalogue.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { cataloguesQuery } from '#administration/queries.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { Callout } from '#ui/Callout.tsx'
import { EmptyState, NothingFound } from '#ui/EmptyState.tsx'
import { FilterBar } from '#ui/FilterBar.tsx'
import { FilterSearch, FilterSelect } from '#ui/FilterFields.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { Said, useArrival } from '#ui/useSaid.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { confidenceChoices } from './catalogueWords.ts'
import { rowsQuery } from './queries.ts'
import { RowsTable } from './RowsTable.tsx'

const firstYear = 2021
/** The confidences that still need a comparison, together, whatever the reason. */
const notCompared = { value: 'belum', label: 'Semua yang belum dicocokkan' }

/** The rows of one catalogue, by confidence, source, year and text. */
export function CataloguePage() {
  const { type = '', form: name = '' } = useParams()
  const form = `${type}/${name}`
  const title = useFormTitles()(form)
  const thisYear = useDates().year()
  const arrived = useArrival()
  const filters = useUrlFilters(['q', 'tahun', 'keyakinan', 'sumber'] as const)
  const { values, clear, any } = filters
  const list = useInfiniteQuery(
    rowsQuery(form, {
      q: values.q || undefined,
      year: Number(values.tahun) || undefined,
      ...(values.keyakinan === notCompared.value
        ? { unverified: true }
        : { confidence: (values.keyakinan as Confidence) || undefined }),
      source: values.sumber || undefined,
    }),
  )
  if (list.isError) return <PageProblem error={list.error} onRetry={() => list.refetch()} />
  const years = Array.from({ length: thisYear + 2 - firstYear }, (_, n) => String(thisYear + 1 - n))
  return (
    <>
      <PageHead
        title={title}
        documentTitle={`Katalog ${title}`}
        crumbs={adminCrumbs(['katalog'], title)}
        intro={
          list.data &&
          `Versi ${list.data.pages[0]?.version}. Buka sebuah baris untuk melihat semuanya atau memperbaikinya.`
        }
        actions={
          <>
            <LinkButton kind="primary" icon="plus" to={paths.admin(`katalog/${form}/tambah`)}>
              Tambah baris
            </LinkButton>
            <LinkButton icon="check" to={paths.admin(`katalog/${form}/verifikasi`, { q: values.q })}>
              Tandai sudah dicocokkan
            </LinkButton>
            <LinkButton icon="calendar" to={paths.admin(`katalog/${form}/teruskan`)}>
              Teruskan ke tahun berikutnya
            </LinkButton>
          </>
        }
      />
      <Said said={arrived} />
      <ProposalNotice form={form} />
      <FilterBar label="Saring baris katalog" search="Cari kode atau bunyi" of={filters}>
        <FilterSelect
          of={filters}
          name="tahun"
          label="Berlaku pada tahun"
          none="Semua tahun"
          options={years.map(year => ({ value: year, label: year }))}
        />
        <FilterSelect
          of={filters}
          name="keyakinan"
          label="Pencocokan"
          none="Semua"
          options={[notCompared, ...confidenceChoices]}
        />
        <FilterSearch of={filters} name="sumber" label="Sumber memuat" />
      </FilterBar>
      <PagedList
        of={list}
        loading="Memuat baris katalog…"
        noun="baris"
        empty={
          any ? (
            <NothingFound noun="baris" onClear={clear} />
          ) : (
            <EmptyState title="Katalog ini tidak punya baris">
              Barisnya ditulis sendiri oleh perangkat daerah.
            </EmptyState>
          )
        }
      >
        {rows => <RowsTable form={form} title={title} rows={rows} />}
      </PagedList>
    </>
  )
}

/** A release has other rows for this catalogue, pending a decision. */
function ProposalNotice({ form }: { form: string }) {
  const heads = useQuery(cataloguesQuery)
  const proposal = heads.data?.items.find(one => one.form === form)?.proposal
  if (!proposal) return null
  const link = <LinkButton to={paths.admin(`katalog/${form}/usulan`)}>Tinjau usulan</LinkButton>
  return (
    <div className={styles.notice}>
      {proposal.status === 'declined' ? (
        <Callout title="Usulan dari rilis baru sudah ditolak" actions={link} />
      ) : (
        <Callout tone="warn" title="Rilis baru membawa baris yang berbeda" actions={link}>
          Belum ada yang berubah. Tinjau dahulu, lalu terbitkan atau tolak.
        </Callout>
      )}
    </div>
  )
}
