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
import type { RevisionLine, Submission } from '#sync/apiTypes.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates, useMay } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { LateTag, StatusTag } from '#ui/StatusTag.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { StatusWords } from './frame/StatusWords.tsx'
import { Comparison } from './history/Comparison.tsx'
import { FilesOverTime } from './history/FilesOverTime.tsx'
import styles from './history/History.module.css'
import { NotesOverTime } from './history/NotesOverTime.tsx'
import { Revisions } from './history/Revisions.tsx'
import { Timeline } from './history/Timeline.tsx'
import type { Known } from './history/timelineOf.ts'
import { generalNames, namesOf } from './model/sheet.ts'
import { textAt } from './model/textAt.ts'
import { Recheck } from './Recheck.tsx'

/** Compares any two revisions; the last two unless the address says otherwise. */
function Compare({ submission, lines }: { submission: Submission; lines: readonly RevisionLine[] }) {
  const defaults = { dari: String(lines.at(-2)?.n ?? ''), ke: String(lines.at(-1)?.n ?? '') }
  const { values, set } = useUrlFilters(['dari', 'ke'] as const, defaults)
  const number = (text: string, otherwise: string) => (lines.some(line => String(line.n) === text) ? text : otherwise)
  const dari = number(values.dari, defaults.dari)
  const ke = number(values.ke, defaults.ke)
  const before = useQuery(revisionQuery(submission.id, Number(dari)))
  const after = useQuery(revisionQuery(submission.id, Number(ke)))
  const options = lines.map(line => ({ value: String(line.n), label: `ke-${line.n}` }))
  const failed = before.error ?? after.error
  return (
    <Part title="Bandingkan dua kiriman">
      <div className={styles.choose}>
        <SelectField label="Dari kiriman" value={dari} onChange={next => set({ dari: next })} options={options} />
        <SelectField label="Menjadi kiriman" value={ke} onChange={next => set({ ke: next })} options={options} />
      </div>
      {failed && <ProblemPanel error={failed} onRetry={() => [before, after].map(one => one.refetch())} />}
      {!failed && (before.isPending || after.isPending) && <SkeletonRows rows={4} label="Memuat kiriman…" />}
      {before.data && after.data && (
        <Comparison
          submission={submission}
          before={bodyOf(before.data)}
          after={bodyOf(after.data)}
          correction={after.data.corrects?.of === before.data.n ? after.data : null}
        />
      )}
    </Part>
  )
}

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
