import { statusLabels } from '@sepakat/rules/workflow/statuses.ts'
import { useQueries } from '@tanstack/react-query'
import { sourceTitle } from '../../../lib/formNames.ts'
import { submissionQuery } from '../../../lib/submissionQueries.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { useDesk } from '../DeskContext.ts'
import { unapprovedBefore } from '../model/earlierReports.ts'
import { textAt } from '../model/textAt.ts'
import styles from './Moves.module.css'

/** What whoever approves has not looked at, or accepts with it: rows, earlier periods, findings that were explained. */
export const Unlooked = () => (
  <>
    <Rows />
    <EarlierPeriods />
    <ExplainedFindings />
  </>
)

function Rows() {
  const { sheet, ticked } = useDesk()
  const rows = sheet.rows.filter(({ row }) => row !== null)
  const left = rows.filter(({ anchor }) => !ticked.has(anchor)).length
  if (left === 0) return null
  const title =
    left === rows.length
      ? `Belum satu pun dari ${rows.length} baris Anda tandai diperiksa`
      : `${left} dari ${rows.length} baris belum Anda tandai diperiksa`
  return <Callout tone="warn" title={title} />
}

/** As it is now: an earlier period may have been approved after this report was submitted. */
function EarlierPeriods() {
  const { sheet } = useDesk()
  const { kind, body } = sheet
  const before = unapprovedBefore(kind, body)
  const now = useQueries({
    queries: before.flatMap(({ submission }) => (submission ? [submissionQuery(submission)] : [])),
    combine: found => found.flatMap(({ data }) => data ?? []),
  })
  if (!kind) return null
  return before.map(({ source, submission }) => {
    const title = sourceTitle(kind, body, source)
    const status = now.find(({ id }) => id === submission)?.status
    if (status === 'approved') return null
    const unsent = submission === null || status === 'draft'
    const standing = unsent ? 'Belum dikirim' : status && statusLabels[status]
    return (
      <Callout key={source} tone="warn" title={`${title} belum disetujui${standing ? `: ${standing}` : ''}`}>
        Angka kiriman ini melanjutkan isian periode itu.
      </Callout>
    )
  })
}

function ExplainedFindings() {
  const { sheet } = useDesk()
  const found = sheet.body.findings.filter(({ level }) => level === 'explain')
  if (found.length === 0) return null
  return (
    <Callout tone="warn" title={`${found.length} temuan dengan penjelasan operator`}>
      <ul className={styles.notes}>
        {found.map(({ code, at, message, why }) => (
          <li key={`${code} ${at}`}>
            <strong>{sheet.names.anchor(at)}</strong>
            <span>
              {message} Penjelasan: {(why && textAt(sheet.body.answers, why)) ?? 'tidak ada.'}
            </span>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
