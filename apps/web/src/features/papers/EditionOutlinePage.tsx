import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { EditionOutlineForm } from './EditionOutlineForm.tsx'
import { outlineQuery } from './queries.ts'

export default function EditionOutlinePage() {
  const { type = '' } = useParams()
  const one = useQuery({ ...outlineQuery(type), refetchOnWindowFocus: false })
  if (one.isError) return <PageProblem error={one.error} onRetry={() => one.refetch()} />
  const title = one.data?.title ?? 'Susunan laporan kabupaten'
  return (
    <>
      <PageHead
        title={title}
        crumbs={adminCrumbs(['naskah'], title)}
        intro={
          one.data && `Susunan yang dipakai setiap kali laporan ini mulai disusun, menurut ${one.data.shipped.legal}.`
        }
      />
      {one.data ? (
        <EditionOutlineForm key={one.data.version} outline={one.data} />
      ) : (
        <SkeletonRows label="Memuat susunan…" />
      )}
    </>
  )
}
