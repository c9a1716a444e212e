import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { type CatalogueHead, cataloguesQuery } from '#administration/queries.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { count } from '#ui/numbers.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'

export function CataloguesPage() {
  const dates = useDates()
  const titleOf = useFormTitles()
  const catalogues = useQuery(cataloguesQuery)
  if (catalogues.isError) return <PageProblem error={catalogues.error} onRetry={() => catalogues.refetch()} />
  const columns: Column<CatalogueHead>[] = [
    {
      id: 'title',
      head: 'Katalog',
      rowHead: true,
      cell: one => (
        <>
          {one.rows > 0 || one.proposal ? (
            <Link to={paths.admin(`katalog/${one.form}`)}>{titleOf(one.form)}</Link>
          ) : (
            titleOf(one.form)
          )}
          {one.proposal?.status === 'proposed' && (
            <span className={styles.small}>
              <Tag tone="warn" icon="alert">
                Ada usulan dari rilis baru
              </Tag>
            </span>
          )}
        </>
      ),
    },
    { id: 'rows', head: 'Baris', num: true, cell: one => (one.rows > 0 ? count(one.rows) : 'tanpa baris') },
    {
      id: 'unverified',
      head: 'Belum dicocokkan',
      num: true,
      cell: one =>
        one.unverified > 0 ? (
          <Link to={paths.admin('katalog/belum-dicocokkan', { formulir: one.form })}>
            {count(one.unverified)}
            <span className="visually-hidden"> baris {titleOf(one.form)}</span>
          </Link>
        ) : (
          '0'
        ),
    },
    { id: 'version', head: 'Versi', num: true, cell: one => count(one.version) },
    { id: 'at', head: 'Terbit', cell: one => dates.shortDay(dates.dayOf(one.publishedAt)) },
  ]
  return (
    <>
      <PageHead
        title="Katalog"
        crumbs={adminCrumbs([], 'Katalog')}
        intro="Katalog memuat baris-baris setiap formulir. Baris dapat diperbaiki mulai suatu tahun; setiap perbaikan terbit sebagai versi baru dan yang lama tetap tersimpan."
        actions={
          <LinkButton icon="check" to={paths.admin('katalog/belum-dicocokkan')}>
            Baris yang belum dicocokkan
          </LinkButton>
        }
      />
      {catalogues.isPending ? (
        <SkeletonRows label="Memuat katalog…" />
      ) : (
        <Table caption="Daftar katalog" columns={columns} rows={catalogues.data.items} rowKey={one => one.form} />
      )}
    </>
  )
}
