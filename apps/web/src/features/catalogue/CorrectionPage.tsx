import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { NotFoundPage, PageProblem } from '#sync/problems/PageProblem.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { CorrectionForm } from './CorrectionForm.tsx'
import { sliceAt, slicesQuery } from './queries.ts'

export function CorrectionPage() {
  const { type = '', form: name = '', row: id = '' } = useParams()
  const form = `${type}/${name}`
  const [search] = useSearchParams()
  const slices = useQuery({ ...slicesQuery(form, id), refetchOnWindowFocus: false })
  if (slices.isError) return <PageProblem error={slices.error} onRetry={() => slices.refetch()} />
  if (slices.isPending) return <PageSkeleton title="Perbaiki baris katalog" label="Memuat baris katalog…" />
  const row = sliceAt(slices.data.slices, Number(search.get('tahun')))
  if (!row) return <NotFoundPage />
  return <CorrectionForm form={form} start={row} version={slices.data.version} />
}
