import { kinds } from '@sepakat/rules/kinds/index.ts'
import { isEvaluated } from '@sepakat/rules/saving/kindShape.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { isReviewing } from '#submissions/reportAction.ts'
import { bodyOf } from '#submissions/revisionBody.ts'
import { attachmentsQuery, notesQuery, revisionQuery } from '#submissions/submissionQueries.ts'
import { useMaterial } from '#submissions/useMaterial.ts'
import type { RevisionLine, Submission } from '#sync/apiTypes.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { earlierSource, sheetOf } from '../model/sheet.ts'
import { useEvaluation } from '../useEvaluation.ts'
import { ReviewScreen } from './ReviewScreen.tsx'

/** One revision with its context: the previous revision, the previous period, notes and evidence. */
export function RevisionReview({
  submission,
  shown,
  lines,
  version,
  refresh,
}: {
  submission: Submission
  shown: RevisionLine
  lines: readonly RevisionLine[]
  version: number
  refresh: () => void
}) {
  const { id } = submission
  const before = lines.filter(line => line.n < shown.n).at(-1)
  const revision = useQuery(revisionQuery(id, shown.n))
  const base = useQuery({ ...revisionQuery(id, before?.n ?? 0), enabled: before !== undefined })
  const body = revision.data && bodyOf(revision.data)
  const kind = body && kinds[body.form]
  const source = body ? earlierSource(kind, body) : null
  const earlier = useQuery({ ...revisionQuery(source?.submission ?? '', source?.n ?? 0), enabled: source !== null })
  const material = useMaterial(submission)
  const evaluates = kind !== undefined && isEvaluated(kind) && shown.n === submission.latestRevision
  const mine = evaluates && isReviewing(submission)
  const evaluating = useEvaluation(submission, material.given, body?.attachments, mine)
  const live = evaluating?.live
  const notes = useQuery(notesQuery(id))
  const files = useQuery({ ...attachmentsQuery(id), retry: false })
  const sheet = useMemo(
    () =>
      body && (before === undefined || base.data)
        ? sheetOf({
            kind,
            body,
            live,
            base: base.data && bodyOf(base.data),
            before: earlier.data && bodyOf(earlier.data),
            scales: material.given,
          })
        : null,
    [kind, body, live, before, base.data, earlier.data, material.given],
  )
  const failed = revision.error ?? base.error ?? notes.error
  if (failed) return <PageProblem error={failed} onRetry={() => [revision, base, notes].map(one => one.refetch())} />
  const waits = (source !== null && earlier.isLoading) || material.pending
  if (!sheet || !notes.data || waits || evaluating === undefined) return <ReviewSkeleton />
  return (
    <ReviewScreen
      submission={submission}
      sheet={sheet}
      revision={shown}
      revisions={lines}
      notes={notes.data.items}
      files={files.data?.items ?? []}
      evaluation={evaluating?.store ?? null}
      version={version}
      onRefresh={refresh}
    />
  )
}

export const ReviewSkeleton = () => <PageSkeleton title="Laporan" rows={8} label="Memuat laporan…" />
