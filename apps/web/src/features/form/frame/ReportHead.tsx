import { useDates } from '#sync/session/me.tsx'
import { ArchiveTag } from '#ui/ArchiveTag.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { LateTag, StatusTag } from '#ui/StatusTag.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useSubmission } from '../FormContext.ts'
import styles from './FormHead.module.css'

/**
 * Title, office and due date: known before the form, and shown while it loads. `actions` gets the element
 * for actions on the form (FormHead).
 */
export function ReportHead({ actions }: { actions: (place: HTMLElement | null) => void }) {
  const { id, office, title, periodTitle, number, status, origin, practice, late, part } = useSubmission()
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
            {part === null && (
              <>
                <LinkButton to={paths.history(id)} icon="history" kind="quiet">
                  Riwayat
                </LinkButton>
                <LinkButton to={paths.print(id)} icon="print" kind="quiet">
                  Cetak
                </LinkButton>
              </>
            )}
            <span ref={actions} className={styles.actions} />
          </>
        }
      />
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
