import { kinds } from '@sepakat/rules/kinds/index.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { ResponseOf, Submission } from '../../lib/apiTypes.ts'
import { paths } from '../../lib/paths.ts'
import { reportName } from '../../lib/reportName.ts'
import { bodyOf } from '../../lib/revisionBody.ts'
import {
  attachmentsQuery,
  notesQuery,
  revisionQuery,
  revisionsQuery,
  submissionQuery,
} from '../../lib/submissionQueries.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { PageProblem } from '../../ui/PageProblem.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { DeskView } from './desk/Desk.tsx'
import { earlierSource, sheetOf } from './model/sheet.ts'

/** One report before a reviewer, or before whoever may read what was handed in. */
export default function ReviewPage() {
  const { id = '' } = useParams()
  const submission = useQuery(submissionQuery(id))
  if (submission.isPending) return <Loading />
  if (!submission.data) return <PageProblem error={submission.error} onRetry={() => submission.refetch()} />
  return <Revisions key={id} submission={submission.data} />
}

const Loading = () => (
  <>
    <PageHead title="Memuat laporan" />
    <SkeletonRows rows={8} label="Memuat laporan…" />
  </>
)

/** The page keeps to what was read when it was opened: what comes meanwhile is offered, not put under the reader's hands. */
function Revisions({ submission }: { submission: Submission }) {
  const [search] = useSearchParams()
  const client = useQueryClient()
  const revisions = useQuery(revisionsQuery(submission.id))
  const [seen, setSeen] = useState<{ n: number; version: number } | null>(null)
  const lines = revisions.data?.items ?? []
  const last = lines.at(-1)
  if (revisions.isPending) return <Loading />
  if (revisions.isError) return <PageProblem error={revisions.error} onRetry={() => revisions.refetch()} />
  if (!last) return <NothingYet submission={submission} />
  if (seen === null) {
    setSeen({ n: last.n, version: submission.version })
    return <Loading />
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
          title={`Kiriman ke-${submission.latestRevision} sudah masuk`}
          actions={
            <Button icon="refresh" onClick={refresh}>
              Tampilkan
            </Button>
          }
        >
          Yang tampak di bawah kiriman ke-{shown.n}.
        </Callout>
      )}
      <Sheets key={shown.n} {...{ submission, shown, lines, refresh }} version={seen.version} />
    </>
  )
}

type Lines = ResponseOf<'GET /submissions/:id/revisions'>['items']

function Sheets({
  submission,
  shown,
  lines,
  version,
  refresh,
}: {
  submission: Submission
  shown: Lines[number]
  lines: Lines
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
  const notes = useQuery(notesQuery(id))
  const files = useQuery({ ...attachmentsQuery(id), retry: false })
  const sheet = useMemo(
    () =>
      body && (before === undefined || base.data)
        ? sheetOf({ kind, body, base: base.data && bodyOf(base.data), before: earlier.data && bodyOf(earlier.data) })
        : null,
    [kind, body, before, base.data, earlier.data],
  )
  const failed = revision.error ?? base.error ?? notes.error
  if (failed) return <PageProblem error={failed} onRetry={() => [revision, base, notes].map(one => one.refetch())} />
  if (!sheet || !notes.data || (source !== null && earlier.isLoading)) return <Loading />
  return (
    <DeskView
      submission={submission}
      sheet={sheet}
      revision={shown}
      revisions={lines}
      notes={notes.data.items}
      files={files.data?.items ?? []}
      version={version}
      onRefresh={refresh}
    />
  )
}

/** Nothing was handed in that may be read: there is a history, and the way to it. */
function NothingYet({ submission }: { submission: Submission }) {
  return (
    <>
      <PageHead
        title={reportName(submission)}
        tags={<StatusTag status={submission.status} />}
        intro={submission.office.name}
      />
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
