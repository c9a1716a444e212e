import { reportName } from '#submissions/reportName.ts'
import type { RevisionLine } from '#sync/apiTypes.ts'
import { useDates, useMay } from '#sync/session/me.tsx'
import { ArchiveTag } from '#ui/ArchiveTag.tsx'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { LateTag, StatusTag } from '#ui/StatusTag.tsx'
import { Tag } from '#ui/Tag.tsx'
import { CorrectionNote } from '../CorrectionNote.tsx'
import { Recheck } from '../Recheck.tsx'
import { useReview } from '../ReviewContext.ts'
import { type Moved, ReopenRequests } from './ReopenRequests.tsx'
import styles from './ReviewScreen.module.css'
import { SourcesUsed } from './SourcesUsed.tsx'
import { StatusWords } from './StatusWords.tsx'

/** The header of the review: office, submission, status, and what to know before reading. */
export function ReviewHead({ revision, done, ...moving }: { revision: RevisionLine; done: string | null } & Moved) {
  const { submission, sheet, go } = useReview()
  const dates = useDates()
  const reviews = useMay('submission.review')
  const hands = submission.moves.flatMap(move => move.needs).find(need => need.code === 'clean-hands')
  const name = reportName(submission)
  const origin = originOf(revision)
  return (
    <>
      <PageHead
        title={name}
        documentTitle={`${name}, ${submission.office.shortName}`}
        crumbs={[
          reviews ? { label: 'Periksa', to: paths.queue() } : { label: 'Laporan', to: paths.reports() },
          { label: submission.office.shortName },
        ]}
        tags={
          <>
            {submission.origin === 'archive' ? <ArchiveTag /> : <StatusTag status={submission.status} />}
            {submission.late && <LateTag />}
            {submission.practice && <Tag>Latihan</Tag>}
          </>
        }
        intro={
          <>
            <p>{submission.office.name}</p>
            <p>
              <StatusWords submission={submission} />
            </p>
            <p className={styles.facts}>
              {origin.from} {revision.by.name}, {origin.did} {dates.long(revision.at)}. {origin.proof}{' '}
              {revision.receipt}.{submission.dueAt && ` Tenggat ${dates.shortDay(dates.dayOf(submission.dueAt))}.`}{' '}
              <SourcesUsed />
            </p>
          </>
        }
        actions={
          <>
            <LinkButton icon="history" to={paths.history(submission.id)}>
              Riwayat
            </LinkButton>
            <LinkButton icon="print" to={paths.print(submission.id, { revision: revision.n })}>
              Cetak
            </LinkButton>
          </>
        }
      />
      <div className={styles.notices}>
        {done && (
          <Callout
            tone="good"
            live
            title={done}
            actions={
              reviews ? (
                <LinkButton kind="primary" to={paths.queue()}>
                  Ke antrean pemeriksaan
                </LinkButton>
              ) : (
                <LinkButton to={paths.home()}>Ke beranda</LinkButton>
              )
            }
          />
        )}
        {revision.corrects && <CorrectionNote corrects={revision.corrects} place={sheet.names.anchor} />}
        <ReopenRequests {...moving} />
        {hands && <Callout title="Orang lain yang memeriksa laporan ini">{hands.message}</Callout>}
        <Recheck submission={submission} names={sheet.names} onGo={go} />
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
