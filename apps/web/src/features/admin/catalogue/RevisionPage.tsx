import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PageProblem } from '../../../ui/PageProblem.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { adminCrumbs } from '../adminCrumbs.ts'
import { useFormTitles } from '../formTitles.ts'
import type { Errors } from '../useChecked.ts'
import { type CatalogueRow, type Revision, type RowsWish, rowsQuery } from './queries.ts'
import { RevisionForm } from './RevisionForm.tsx'

/** What is typed beside the chosen rows, by field name. */
type RevisionDraft = Record<string, string>

/** One bulk change to rows of a catalogue. */
export interface RevisionKind {
  form: string
  title: string
  intro: string
  /** Which rows it applies to, and which of them are preselected. */
  wish: RowsWish
  preselected: (row: CatalogueRow) => boolean
  none: string
  /** Shown when there is nothing to do: what this would do, and why it is not needed. */
  noneAbout?: ReactNode
  first: RevisionDraft
  check: (draft: RevisionDraft) => Errors
  revision: (rows: { row: string; from: number }[], draft: RevisionDraft) => Omit<Revision, 'basedOn'>
  done: (changed: string) => string
  fields: (
    draft: RevisionDraft,
    onChange: (draft: RevisionDraft) => void,
    errorAt: (name: string) => string | undefined,
  ) => ReactNode
}

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
