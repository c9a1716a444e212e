import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Table } from '#ui/Table.tsx'
import { EmblemForm } from './EmblemForm.tsx'
import { outlinesQuery, papersQuery } from './queries.ts'

const standing = ({ own, version }: { own: boolean; version: number }): string =>
  own ? `daerah, versi ${version}` : 'bawaan'

export default function PapersPage() {
  const all = useQuery(papersQuery)
  const outlines = useQuery(outlinesQuery)
  const titleOf = useFormTitles()
  if (all.isError || outlines.isError)
    return (
      <PageProblem
        error={all.error ?? outlines.error}
        onRetry={() => Promise.all([all.refetch(), outlines.refetch()])}
      />
    )
  return (
    <>
      <PageHead
        title="Naskah resmi"
        crumbs={adminCrumbs([], 'Naskah resmi')}
        intro="Lambang di kop, bunyi dan urutan bagian setiap naskah yang dicetak dari laporan, serta susunan laporan kabupaten."
      />
      <Parts>
        <EmblemForm />
        <Part title="Susunan naskah">
          {all.isPending && <SkeletonRows rows={6} label="Memuat naskah…" />}
          {all.data && (
            <Table
              caption="Naskah yang dicetak dari laporan"
              rows={all.data.items}
              rowKey={({ paper }) => paper}
              columns={[
                {
                  id: 'name',
                  head: 'Naskah',
                  rowHead: true,
                  cell: ({ paper, name }) => <Link to={paths.admin(`naskah/${paper}`)}>{name}</Link>,
                },
                { id: 'form', head: 'Dari', wide: true, cell: ({ form }) => (form ? titleOf(form) : 'setiap laporan') },
                { id: 'own', head: 'Susunan', cell: standing },
              ]}
            />
          )}
        </Part>
        <Part title="Susunan laporan kabupaten">
          {outlines.isPending && <SkeletonRows rows={5} label="Memuat laporan kabupaten…" />}
          {outlines.data && (
            <Table
              caption="Laporan yang disampaikan kabupaten sendiri"
              rows={outlines.data.items}
              rowKey={({ type }) => type}
              columns={[
                {
                  id: 'title',
                  head: 'Laporan',
                  rowHead: true,
                  wide: true,
                  cell: ({ type, title }) => <Link to={paths.admin(`naskah/laporan/${type}`)}>{title}</Link>,
                },
                { id: 'own', head: 'Susunan', cell: standing },
              ]}
            />
          )}
        </Part>
      </Parts>
    </>
  )
}
