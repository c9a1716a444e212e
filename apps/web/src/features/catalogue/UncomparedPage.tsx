import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { type CatalogueHead, cataloguesQuery } from '#administration/queries.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { FormFilter } from '#submissions/TypeFilter.tsx'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterBar } from '#ui/FilterBar.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { count } from '#ui/numbers.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { rowsQuery } from './queries.ts'
import { RowsTable } from './RowsTable.tsx'

/** Rows of all catalogues whose wording was not yet compared with its regulation, form by form. */
export function UncomparedPage() {
  const titleOf = useFormTitles()
  const filters = useUrlFilters(['q', 'formulir'] as const)
  const { q, formulir } = filters.values
  const catalogues = useQuery(cataloguesQuery)
  if (catalogues.isError) return <PageProblem error={catalogues.error} onRetry={() => catalogues.refetch()} />
  const open = catalogues.data?.items.filter(one => one.unverified > 0) ?? []
  const shown = open.filter(one => !formulir || one.form === formulir)
  return (
    <>
      <PageHead
        title="Baris yang belum dicocokkan"
        crumbs={adminCrumbs(['katalog'], 'Belum dicocokkan')}
        intro="Bunyi baris-baris ini belum dibandingkan dengan peraturannya. Laporan tetap diisi, diperiksa, dan disetujui seperti biasa. Buka peraturannya, bandingkan, lalu tandai baris yang sudah cocok."
      />
      <FilterBar label="Saring baris" search="Cari kode atau bunyi" of={filters}>
        <FormFilter of={filters} forms={open.map(({ form }) => ({ form, title: titleOf(form) }))} />
      </FilterBar>
      {catalogues.isPending && <SkeletonRows label="Memuat katalog…" />}
      {catalogues.isSuccess && shown.length === 0 && <EmptyState title="Semua baris sudah dicocokkan" />}
      {shown.map(one => (
        <Uncompared key={one.form} of={one} title={titleOf(one.form)} q={q} />
      ))}
    </>
  )
}

function Uncompared({ of: { form, unverified }, title, q }: { of: CatalogueHead; title: string; q: string }) {
  const list = useInfiniteQuery(rowsQuery(form, { unverified: true, q: q || undefined, limit: 20 }))
  return (
    <Part
      title={`${title} (${count(unverified)})`}
      actions={
        <LinkButton icon="check" to={paths.admin(`katalog/${form}/verifikasi`, { q })}>
          Tandai sudah dicocokkan
          <span className="visually-hidden">: {title}</span>
        </LinkButton>
      }
    >
      <PagedList
        of={list}
        rows={3}
        loading="Memuat baris katalog…"
        noun="baris"
        empty={<p>Tidak ada baris yang cocok dengan pencarian.</p>}
      >
        {rows => <RowsTable form={form} title={title} rows={rows} />}
      </PagedList>
    </Part>
  )
}
