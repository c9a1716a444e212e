import type { RevisionLine } from '../../../lib/apiTypes.ts'
import { useDates, useMay } from '../../../lib/me.tsx'
import { paths } from '../../../lib/paths.ts'
import { reportName } from '../../../lib/reportName.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { LateTag, StatusTag } from '../../../ui/StatusTag.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { CorrectionNote } from '../CorrectionNote.tsx'
import { useDesk } from '../DeskContext.ts'
import { Recheck } from '../Recheck.tsx'
import styles from './Desk.module.css'
import { SourcesUsed } from './SourcesUsed.tsx'
import { StandingWords } from './StandingWords.tsx'

/** What lies on the desk: whose report, which handing in, how it stands, and what to know before reading. */
export function DeskHead({ revision, done }: { revision: RevisionLine; done: string | null }) {
  const { submission, sheet, go } = useDesk()
  const dates = useDates()
  const reviews = useMay('submission.review')
  const hands = submission.moves.flatMap(move => move.needs).find(need => need.code === 'clean-hands')
  const name = reportName(submission)
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
            <StatusTag status={submission.status} />
            {submission.late && <LateTag />}
            {submission.practice && <Tag>Latihan</Tag>}
          </>
        }
        intro={
          <>
            <p>{submission.office.name}</p>
            <p>
              <StandingWords submission={submission} />
            </p>
            <p className={styles.facts}>
              {revision.evaluated ? 'Hasil penilaian oleh' : `Kiriman ke-${revision.n} dari`} {revision.by.name},{' '}
              {revision.evaluated ? 'ditetapkan' : 'dikirim'} {dates.long(revision.at)}.{' '}
              {revision.evaluated ? 'Nomor' : 'Tanda terima'} {revision.receipt}.
              {submission.dueAt && ` Tenggat ${dates.shortDay(dates.dayOf(submission.dueAt))}.`} <SourcesUsed />
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
        {hands && <Callout title="Orang lain yang memeriksa laporan ini">{hands.message}</Callout>}
        <Recheck submission={submission} names={sheet.names} onGo={go} />
      </div>
    </>
  )
}
