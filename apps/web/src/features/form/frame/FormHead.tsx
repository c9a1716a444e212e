import { useDates } from '../../../lib/me.tsx'
import { paths } from '../../../lib/paths.ts'
import { ArchiveTag } from '../../../ui/ArchiveTag.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { LateTag, StatusTag } from '../../../ui/StatusTag.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { HandOutButton } from '../contributions/HandOutButton.tsx'
import { useEvaluated, useKey, useSubmission } from '../FormContext.ts'
import { HandInButton } from '../hand-in/HandInButton.tsx'
import { MoveButtons } from '../hand-in/MoveButtons.tsx'
import { AlsoHere } from './AlsoHere.tsx'
import styles from './FormHead.module.css'
import { SaveState } from './SaveState.tsx'

/** What it is, whose, due when, how complete, where it is saved, and what can be done with it as a whole. */
export function FormHead() {
  const submission = useSubmission()
  const open = useKey('access', store => store.access().open)
  const { office, title, periodTitle, number, status, origin, practice, late } = submission
  const name = `${title}${number > 1 ? `, perubahan ke-${number - 1}` : ''}`
  return (
    <div className={styles.head}>
      <PageHead
        title={name}
        documentTitle={`${name}, ${periodTitle}, ${office.shortName}`}
        crumbs={[{ label: 'Beranda', to: paths.home() }, { label: `${title} ${periodTitle}` }]}
        tags={
          <>
            {origin === 'archive' ? <ArchiveTag /> : <StatusTag status={status} />}
            {late && status !== 'approved' && <LateTag />}
            {practice && <Tag tone="info">Latihan</Tag>}
          </>
        }
        intro={
          <>
            {office.name} · {periodTitle} <Due />
          </>
        }
        actions={
          <>
            {submission.part === null && (
              <>
                <LinkButton to={paths.history(submission.id)} icon="history" kind="quiet">
                  Riwayat
                </LinkButton>
                <LinkButton to={paths.print(submission.id)} icon="print" kind="quiet">
                  Cetak
                </LinkButton>
              </>
            )}
            <HandOutButton />
            <MoveButtons />
            <HandInButton />
          </>
        }
      />
      <div className={styles.line}>
        <Completeness />
        {open && <SaveState />}
        <AlsoHere />
      </div>
    </div>
  )
}

function Due() {
  const submission = useSubmission()
  const dates = useDates()
  const { status, dueAt, returnDueAt } = submission
  const due = status === 'returned' ? (returnDueAt ?? dueAt) : dueAt
  if (!due || status === 'approved') return null
  const waits = status === 'draft' || status === 'returned'
  return (
    <span>
      · {status === 'returned' ? 'Jawaban ditunggu' : 'Batas waktu'} {dates.long(due)}
      {waits && <strong className={styles.left}> · {dates.due(due)}</strong>}
    </span>
  )
}

function Completeness() {
  const { progress } = useEvaluated()
  const sections = Object.values(progress)
  const sum = (side: 'filled' | 'all') => sections.reduce((total, one) => total + one[side], 0)
  return <ProgressBar filled={sum('filled')} all={sum('all')} label="Tingkat keterisian" />
}
