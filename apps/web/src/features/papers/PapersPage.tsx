import { useQuery } from '@tanstack/react-query'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { EmblemForm } from './EmblemForm.tsx'
import { papersQuery } from './queries.ts'

export default function PapersPage() {
  const all = useQuery(papersQuery)
  const titleOf = useFormTitles()
  if (all.isError) return <PageProblem error={all.error} onRetry={() => all.refetch()} />
  return (
    <>
      <PageHead
        title="Naskah resmi"
        crumbs={adminCrumbs([], 'Naskah resmi')}
        intro="Lambang di kop, serta bunyi dan urutan bagian setiap naskah yang dicetak dari laporan."
      />
      <Parts>
        <EmblemForm />
        <Part title="Susunan naskah">
          {all.isPending && <SkeletonRows rows={6} label="Memuat naskah…" />}
          <ul>
            {all.data?.items.map(({ paper, name, form, own, version }) => (
              <li key={paper}>
                <LinkButton to={paths.admin(`naskah/${paper}`)}>{name}</LinkButton>{' '}
                {form ? titleOf(form) : 'setiap laporan'} ·{' '}
                {own ? `susunan daerah, versi ${version}` : 'susunan bawaan'}
              </li>
            ))}
          </ul>
        </Part>
      </Parts>
    </>
  )
}
