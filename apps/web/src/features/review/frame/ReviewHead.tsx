import { sourceTitle } from '@sepakat/rules/names/formNames.ts'
import { sourceWords } from '@sepakat/rules/words/sourceWords.ts'
import { shownDue } from '@sepakat/rules/workflow/heldDue.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { reportName } from '#submissions/reportName.ts'
import type { RevisionLine } from '#sync/apiTypes.ts'
import { useDates, useMay } from '#sync/session/me.tsx'
import { useReviewer } from '#sync/session/useReviewer.ts'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { late } from '#ui/late.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { LateTag, StatusTag } from '#ui/StatusTag.tsx'
import { ArchiveTag, Tag } from '#ui/Tag.tsx'
import { CorrectionNote } from '../CorrectionNote.tsx'
import { queueQuery } from '../queries.ts'
import { Recheck } from '../Recheck.tsx'
import { useReview } from '../ReviewContext.ts'
import { type Moved, ReopenRequests } from './ReopenRequests.tsx'
import styles from './ReviewScreen.module.css'
import { StatusWords } from './StatusWords.tsx'

/** After a decision: the next report of this reviewer's own, else the next that waits; it has the focus, so Enter goes on. */
function NextReport({ after }: { after: string }) {
  const reviews = useMay('submission.review')
  const reviewer = useReviewer()
  const own = useInfiniteQuery({
    ...queueQuery({ status: 'in-review,second-review', mine: true, reviewer }),
    enabled: reviews,
  })
  const waiting = useInfiniteQuery({
    ...queueQuery({ status: 'submitted,second-review', reviewer }),
    enabled: reviews,
  })
  const box = useRef<HTMLSpanElement>(null)
  const ready = !own.isPending && !waiting.isPending
  const line = [own, waiting]
    .flatMap(list => list.data?.pages.flatMap(page => page.items) ?? [])
    .find(({ submission }) => submission !== null && submission !== after)
  useEffect(() => {
    if (ready) box.current?.querySelector('a')?.focus()
  }, [ready])
  if (!reviews) return <LinkButton to={paths.home()}>Ke beranda</LinkButton>
  return (
    <span ref={box} style={{ display: 'contents' }}>
      {line && (
        <LinkButton kind="primary" to={paths.review(line.submission ?? '')}>
          Berikutnya: {reportName(line)}, {line.office.shortName}
        </LinkButton>
      )}
      <LinkButton kind={ready && !line ? 'primary' : 'secondary'} to={paths.queue()}>
        Ke antrean pemeriksaan
      </LinkButton>
    </span>
  )
}

const ReturnLetter = late(async () => (await import('./ReturnLetter.tsx')).ReturnLetter)

/** The header of the review: office, submission, status, and what to know before reading. */
export function ReviewHead({ revision, done, ...moving }: { revision: RevisionLine; done: string | null } & Moved) {
  const { submission, sheet, go } = useReview()
  const dates = useDates()
  const hands = submission.moves.flatMap(move => move.needs).find(need => need.code === 'clean-hands')
  const name = reportName(submission)
  const due = shownDue(submission)
  const origin = originOf(revision)
  return (
    <>
      <PageHead
        slim
        title={name}
        documentTitle={`${name}, ${submission.office.shortName}`}
        tags={
          <>
            {submission.origin === 'archive' ? <ArchiveTag /> : <StatusTag status={submission.status} />}
            {submission.late && <LateTag />}
            {submission.practice && <Tag>Latihan</Tag>}
          </>
        }
        intro={
          <details className={styles.facts}>
            <summary>
              <strong>{submission.office.name}</strong> · <StatusWords submission={submission} />
            </summary>
            {origin.from} {revision.by.name}, {origin.did} {dates.long(revision.at)}. {origin.proof} {revision.receipt}.
            {due && ` Tenggat ${dates.long(due)}.`} <SourcesUsed />
          </details>
        }
        actions={
          <>
            <LinkButton small kind="quiet" icon="history" to={paths.history(submission.id)}>
              Riwayat
            </LinkButton>
            <LinkButton small kind="quiet" icon="print" to={paths.print(submission.id, { revision: revision.n })}>
              Cetak
            </LinkButton>
            {revision.status === 'returned' && <ReturnLetter id={submission.id} n={revision.n} />}
          </>
        }
      />
      <div className={styles.notices}>
        {done && <Callout tone="good" live title={done} actions={<NextReport after={submission.id} />} />}
        {revision.corrects && <CorrectionNote corrects={revision.corrects} place={sheet.read.names.anchor} />}
        <ReopenRequests {...moving} />
        {hands && <Callout title="Orang lain yang memeriksa laporan ini">{hands.message}</Callout>}
        <Recheck submission={submission} names={sheet.read.names} onGo={go} />
      </div>
    </>
  )
}

/** The origin of a revision: an office, its evaluator, or the time before the system. */
function originOf({ n, status, evaluated }: RevisionLine) {
  if (status === 'archive') return { from: 'Nilai dari arsip oleh', did: 'dibawa masuk', proof: 'Nomor' }
  if (evaluated) return { from: 'Hasil penilaian oleh', did: 'ditetapkan', proof: 'Nomor' }
  return { from: `Kiriman ke-${n} dari`, did: 'dikirim', proof: 'Tanda terima' }
}

/** The other reports it was computed with, and their state then. */
function SourcesUsed() {
  const { body, kind } = useReview().sheet
  const used = Object.entries(body.sources)
  if (!kind || used.length === 0) return null
  const said = used.map(
    ([name, { status, revision }]) =>
      `${sourceTitle(kind, body, name)} (${revision === null || status === 'archive' ? '' : `kiriman ke-${revision}, `}${sourceWords[status]})`,
  )
  return `Dihitung bersama ${said.join('; ')}.`
}
