import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { ReportQuestions } from '#submissions/ReportQuestions.tsx'
import { reportName } from '#submissions/reportName.ts'
import { revisionsQuery, submissionQuery } from '#submissions/submissionQueries.ts'
import { useLiveUpdates } from '#submissions/useLiveUpdates.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { StatusTag } from '#ui/StatusTag.tsx'
import { ReviewSkeleton, RevisionReview } from './frame/RevisionReview.tsx'

/** One report for a reviewer, or for a user who may read what was submitted. */
export default function ReviewPage() {
  const { id = '' } = useParams()
  const submission = useQuery(submissionQuery(id))
  useLiveUpdates(id)
  if (submission.isPending) return <ReviewSkeleton />
  if (!submission.data) return <PageProblem error={submission.error} onRetry={() => submission.refetch()} />
  return <Revisions key={id} submission={submission.data} />
}

/** The page keeps the data of when it was opened: updates are offered, not applied while the user reads. */
function Revisions({ submission }: { submission: Submission }) {
  const [search] = useSearchParams()
  const client = useQueryClient()
  const revisions = useQuery(revisionsQuery(submission.id))
  const [seen, setSeen] = useState<{ n: number; version: number } | null>(null)
  const lines = revisions.data?.items ?? []
  const last = lines.at(-1)
  if (revisions.isPending) return <ReviewSkeleton />
  if (revisions.isError) return <PageProblem error={revisions.error} onRetry={() => revisions.refetch()} />
  if (!last) return <NothingYet submission={submission} />
  if (seen === null) {
    setSeen({ n: last.n, version: submission.version })
    return <ReviewSkeleton />
  }
  const refresh = async () => {
    await Promise.all([revisions.refetch(), client.invalidateQueries(submissionQuery(submission.id))])
    setSeen(null)
  }
  const newer = submission.latestRevision !== null && submission.latestRevision > seen.n
  const asked = lines.find(line => String(line.n) === search.get('kiriman'))
  const shown = asked ?? lines.find(line => line.n === seen.n) ?? last
  return (
    <>
      {newer && (
        <Callout
          tone="warn"
          live
          title={
            last.evaluated ? 'Hasil penilaian sudah ditetapkan' : `Kiriman ke-${submission.latestRevision} sudah masuk`
          }
          actions={
            <Button icon="refresh" onClick={refresh}>
              Tampilkan
            </Button>
          }
        >
          Yang tampak di bawah kiriman ke-{shown.n}.
        </Callout>
      )}
      <ReportQuestions of={submission} />
      <RevisionReview key={shown.n} {...{ submission, shown, lines, refresh }} version={seen.version} />
    </>
  )
}

/** Nothing readable was submitted: links to the history. */
function NothingYet({ submission }: { submission: Submission }) {
  return (
    <>
      <PageHead
        title={reportName(submission)}
        tags={<StatusTag status={submission.status} />}
        intro={submission.office.name}
      />
      <ReportQuestions of={submission} />
      <EmptyState
        title="Belum ada kiriman yang dapat dibaca"
        action={
          <LinkButton icon="history" to={paths.history(submission.id)}>
            Lihat riwayat
          </LinkButton>
        }
      >
        Isian dapat dibaca di sini begitu perangkat daerah mengirim laporan ini.
      </EmptyState>
    </>
  )
}
