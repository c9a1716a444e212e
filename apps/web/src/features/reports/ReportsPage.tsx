import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ContributionList } from '#submissions/ContributionList.tsx'
import { contributionsQuery, formsQuery } from '#submissions/sharedQueries.ts'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { useMay } from '#sync/session/me.tsx'
import { pagesOf } from '#sync/transport/queryOf.ts'
import { EmptyState, NothingFound } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { DownloadData } from './DownloadData.tsx'
import { ReportFilters } from './ReportFilters.tsx'
import styles from './Reports.module.css'
import { ReportsTable } from './ReportsTable.tsx'
import { filterKeys, wishOf } from './wishOf.ts'

/** Everything owed within the post's reach, also reports not created yet. */
export default function ReportsPage() {
  const filters = useUrlFilters(filterKeys)
  const forms = useQuery(formsQuery)
  const writes = useMay('submission.write')
  const types = [...new Set(forms.data?.items.map(form => reportTypeOf(form.form)))]
  const wish = wishOf(filters.values, types, forms.data?.items.map(({ form }) => form) ?? [])
  const list = useInfiniteQuery({ ...pagesOf('GET /obligations', { query: wish }), enabled: !forms.isPending })

  return (
    <>
      <PageHead title="Laporan" intro="Semua kewajiban lapor dalam jangkauan jabatan Anda, juga yang belum dimulai." />
      {writes && <Contributions />}
      <ReportFilters filters={filters} types={types} forms={forms.data?.items ?? []} />
      <PagedList
        of={list}
        loading="Memuat laporan…"
        noun="laporan"
        empty={
          filters.any ? (
            <NothingFound noun="laporan" onClear={filters.clear} />
          ) : (
            <EmptyState title="Belum ada kewajiban lapor">
              Laporan muncul di sini setelah koordinator atau pengelola membuat kewajiban lapor untuk suatu tahun.
            </EmptyState>
          )
        }
      >
        {lines => <ReportsTable lines={lines} />}
      </PagedList>
      <DownloadData year={wish?.year} />
    </>
  )
}

/** What other offices have assigned to this unit is listed beside what it owes itself. */
function Contributions() {
  const { data } = useQuery(contributionsQuery)
  if (!data || data.items.length === 0) return null
  return (
    <section className={styles.contributions} aria-labelledby="sumbangan">
      <h2 id="sumbangan">Sumbangan data</h2>
      <ContributionList lines={data.items} />
    </section>
  )
}
