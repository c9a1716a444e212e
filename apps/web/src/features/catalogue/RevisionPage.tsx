import { useInfiniteQuery } from '@tanstack/react-query'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { rowsQuery } from './queries.ts'
import { RevisionForm } from './RevisionForm.tsx'
import type { RevisionKind } from './RevisionKind.ts'

/** Choose rows, set the change, preview it, and publish it as one version. */
export function RevisionPage(kind: RevisionKind) {
  const { form, title, intro, wish, none, noneAbout } = kind
  const formTitle = useFormTitles()(form)
  const list = useInfiniteQuery({ ...rowsQuery(form, { ...wish, limit: 200 }), refetchOnWindowFocus: false })
  if (list.isError) return <PageProblem error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data?.pages.flatMap(page => page.items) ?? []
  const back = paths.admin(`katalog/${form}`)
  return (
    <>
      <PageHead title={title} crumbs={adminCrumbs(['katalog', { label: formTitle, to: back }], title)} intro={intro} />
      {list.isPending && <SkeletonRows rows={8} label="Memuat baris katalog…" />}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState title={none} action={<LinkButton to={back}>Kembali ke katalog</LinkButton>}>
          {noneAbout}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <RevisionForm
          kind={kind}
          rows={rows}
          version={list.data?.pages[0]?.version ?? 0}
          more={
            list.hasNextPage && (
              <Button busy={list.isFetchingNextPage && 'Memuat…'} onClick={() => list.fetchNextPage()}>
                Muat baris lagi
              </Button>
            )
          }
        />
      )}
    </>
  )
}
