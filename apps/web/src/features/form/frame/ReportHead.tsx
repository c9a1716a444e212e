import { heldDue, shownDue } from '@sepakat/rules/workflow/heldDue.ts'
import { useDates } from '#sync/session/me.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { LateTag, StatusTag } from '#ui/StatusTag.tsx'
import { ArchiveTag, Tag } from '#ui/Tag.tsx'
import { type HeadPlaces, useSubmission } from '../FormContext.ts'
import styles from './FormHead.module.css'

/**
 * Title, office and due date: known before the form, and shown while it loads. `actions` and `line` get the elements for what
 * only the form knows (FormHead).
 */
export function ReportHead({ actions, line }: Record<keyof HeadPlaces, (element: HTMLElement | null) => void>) {
  const { office, title, periodTitle, number, status, origin, practice, late } = useSubmission()
  const name = `${title}${number > 1 ? `, perubahan ke-${number - 1}` : ''}`
  return (
    <PageHead
      slim
      title={name}
      documentTitle={`${name}, ${periodTitle}, ${office.shortName}`}
      tags={
        <>
          {origin === 'archive' ? <ArchiveTag /> : <StatusTag status={status} />}
          {late && status !== 'approved' && <LateTag />}
          {practice && <Tag tone="info">Latihan</Tag>}
        </>
      }
      intro={
        <div className={styles.line}>
          <span>
            <span className={styles.full}>{office.name}</span>
            <span className={styles.short} aria-hidden="true">
              {office.shortName}
            </span>{' '}
            · {periodTitle}
          </span>
          <Due />
          <span ref={line} className={styles.place} />
        </div>
      }
      actions={<span ref={actions} className={styles.place} />}
    />
  )
}

function Due() {
  const submission = useSubmission()
  const dates = useDates()
  const due = shownDue(submission)
  if (!due || submission.status === 'approved') return null
  const waits = heldDue(submission) !== null
  return (
    <span className={styles.due}>
      {waits && submission.returnDueAt ? 'Jawaban ditunggu' : 'Batas waktu'} {dates.shortZoned(due)}
      {waits && <strong className={styles.left}> · {dates.due(due)}</strong>}
    </span>
  )
}
