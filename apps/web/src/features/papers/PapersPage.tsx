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
import { outlinesQuery, papersQuery } from './queries.ts'

const standing = (own: boolean, version: number): string =>
  own ? `susunan daerah, versi ${version}` : 'susunan bawaan'

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
          <ul>
            {all.data?.items.map(({ paper, name, form, own, version }) => (
              <li key={paper}>
                <LinkButton to={paths.admin(`naskah/${paper}`)}>{name}</LinkButton>{' '}
                {form ? titleOf(form) : 'setiap laporan'} · {standing(own, version)}
              </li>
            ))}
          </ul>
        </Part>
        <Part title="Susunan laporan kabupaten">
          {outlines.isPending && <SkeletonRows rows={5} label="Memuat laporan kabupaten…" />}
          <ul>
            {outlines.data?.items.map(({ type, title, own, version }) => (
              <li key={type}>
                <LinkButton to={paths.admin(`naskah/laporan/${type}`)}>{title}</LinkButton> {standing(own, version)}
              </li>
            ))}
          </ul>
        </Part>
      </Parts>
    </>
  )
}
