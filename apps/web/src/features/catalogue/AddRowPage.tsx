import { kinds } from '@sepakat/rules/kinds/index.ts'
import type { FormId } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { catalogueQuery } from '#administration/queries.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { paths } from '#ui/paths.ts'
import { AddRowForm } from './AddRowForm.tsx'
import { catalogueTables } from './PlaceFields.tsx'

/** A new row; `?seperti=` names one whose place and measure it takes. */
export default function AddRowPage() {
  const { type = '', form: name = '' } = useParams()
  const form = `${type}/${name}`
  const [search] = useSearchParams()
  const title = useFormTitles()(form)
  const published = useQuery({ ...catalogueQuery(form), refetchOnWindowFocus: false })
  if (published.isError) return <PageProblem error={published.error} onRetry={() => published.refetch()} />
  if (published.isPending) return <PageSkeleton title="Tambah baris" label="Memuat katalog…" />
  const kind = kinds[form as FormId]
  const back = paths.admin(`katalog/${form}`)
  const catalogue = published.data.catalogue
  return (
    <>
      <PageHead
        title="Tambah baris"
        crumbs={adminCrumbs(['katalog', { label: title, to: back }], 'Tambah baris')}
        intro={`Baris baru ${title}. Tahun-tahun sebelumnya tetap seperti sekarang.`}
      />
      {kind && catalogueTables(kind).length > 0 ? (
        <AddRowForm
          kind={kind}
          catalogue={catalogue}
          version={published.data.version}
          like={catalogue.rows.findLast(row => row.id === search.get('seperti'))}
        />
      ) : (
        <EmptyState
          title="Formulir ini tidak memakai baris katalog"
          action={<LinkButton to={back}>Kembali ke katalog</LinkButton>}
        >
          Barisnya ditulis sendiri oleh perangkat daerah.
        </EmptyState>
      )}
    </>
  )
}
