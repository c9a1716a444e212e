import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { paperQuery } from './queries.ts'
import { TemplateForm } from './TemplateForm.tsx'

export default function PaperPage() {
  const { paper = '' } = useParams()
  const one = useQuery({ ...paperQuery(paper), refetchOnWindowFocus: false })
  if (one.isError) return <PageProblem error={one.error} onRetry={() => one.refetch()} />
  const name = one.data ? one.data.name.charAt(0).toUpperCase() + one.data.name.slice(1) : 'Naskah'
  return (
    <>
      <PageHead title={name} crumbs={adminCrumbs(['naskah'], name)} />
      {one.data ? <TemplateForm key={one.data.version} paper={one.data} /> : <SkeletonRows label="Memuat susunan…" />}
    </>
  )
}
