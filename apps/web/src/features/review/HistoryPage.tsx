import { kinds } from '@sepakat/rules/kinds/index.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { reportName } from '#submissions/reportName.ts'
import { bodyOf } from '#submissions/revisionBody.ts'
import {
  attachmentsQuery,
  notesQuery,
  revisionQuery,
  revisionsQuery,
  submissionQuery,
} from '#submissions/submissionQueries.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates, useMay } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { LateTag, StatusTag } from '#ui/StatusTag.tsx'
import { StatusWords } from './frame/StatusWords.tsx'
import { Compare } from './history/Compare.tsx'
import { FilesOverTime } from './history/FilesOverTime.tsx'
import { NotesOverTime } from './history/NotesOverTime.tsx'
import { Revisions } from './history/Revisions.tsx'
import { Timeline } from './history/Timeline.tsx'
import type { Known } from './history/timelineOf.ts'
import { generalNames, namesOf } from './model/sheet.ts'
import { textAt } from './model/textAt.ts'
import { Recheck } from './Recheck.tsx'

/** The history of a report: every submission, notes and evidence, and who did what, from first to last. */
export default function HistoryPage() {
  const { id = '' } = useParams()
  const submission = useQuery(submissionQuery(id))
  if (submission.isPending) return <PageSkeleton title="Riwayat laporan" rows={8} label="Memuat riwayat…" />
  if (!submission.data) return <PageProblem error={submission.error} onRetry={() => submission.refetch()} />
  return <History submission={submission.data} />
}

function History({ submission }: { submission: Submission }) {
  const { id } = submission
  const dates = useDates()
  const writes = useMay('submission.write')
  const revisions = useQuery(revisionsQuery(id))
  const notes = useQuery(notesQuery(id))
  const lines = revisions.data?.items ?? []
  const last = lines.at(-1)
  // Of a report that is still with its office, others read the files of what was submitted, and nothing newer.
  const seesFiles = submission.readable || last !== undefined
  const files = useQuery({ ...attachmentsQuery(id), retry: false, enabled: seesFiles })
  const latest = useQuery({ ...revisionQuery(id, last?.n ?? 0), enabled: last !== undefined })
  const names = useMemo(() => {
    const body = latest.data && bodyOf(latest.data)
    return body ? namesOf(kinds[body.form], body) : null
  }, [latest.data])
  const general = useMemo(() => generalNames(submission), [submission])
  const known = useMemo<Known>(
    () => ({
      note: note => notes.data?.items.find(one => one.id === note),
      answer: at => latest.data && textAt(bodyOf(latest.data).answers, at),
      attachment: file => files.data?.items.find(one => one.id === file),
      place: anchor => (names ?? general)?.anchor(anchor) ?? 'sebuah isian',
      instant: dates.long,
    }),
    [notes.data, files.data, latest.data, names, general, dates],
  )
  const name = reportName(submission)
  return (
    <>
      <PageHead
        title={`Riwayat: ${name}`}
        documentTitle={`Riwayat ${name}, ${submission.office.shortName}`}
        crumbs={[
          { label: 'Laporan', to: paths.reports() },
          { label: submission.office.shortName, to: writes ? paths.form(id) : last ? paths.review(id) : undefined },
          { label: 'Riwayat' },
        ]}
        tags={
          <>
            <StatusTag status={submission.status} />
            {submission.late && <LateTag />}
          </>
        }
        intro={
          <>
            <p>{submission.office.name}</p>
            <p>
              <StatusWords submission={submission} />
            </p>
          </>
        }
        actions={last && !writes && <LinkButton to={paths.review(id)}>Buka laporan</LinkButton>}
      />
      <Parts>
        <Recheck submission={submission} names={names} />
        <Part title="Kiriman">
          {revisions.isPending && <SkeletonRows rows={2} label="Memuat kiriman…" />}
          {revisions.isSuccess && lines.length === 0 && (
            <EmptyState title="Belum pernah dikirim">Setiap kiriman dibekukan dan tercatat di sini.</EmptyState>
          )}
          {lines.length > 0 && <Revisions submission={submission} lines={lines} />}
        </Part>
        {lines.length > 1 && <Compare submission={submission} lines={lines} />}
        <Part title="Peristiwa">
          <Timeline id={id} known={known} />
        </Part>
        <NotesOverTime notes={notes.data?.items ?? []} known={known} />
        <FilesOverTime submission={id} files={files.data?.items ?? []} known={known} />
      </Parts>
    </>
  )
}
