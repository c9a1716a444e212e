import type { Kind } from '@sepakat/rules'
import { sourceTitle } from '@sepakat/rules/names/formNames.ts'
import { earlierPeriods } from '@sepakat/rules/periods/earlierPeriods.ts'
import { periodYear } from '@sepakat/rules/periods/period.ts'
import { statusLabels } from '@sepakat/rules/workflow/statuses.ts'
import { useQueries } from '@tanstack/react-query'
import type { RevisionBody } from '#submissions/revisionBody.ts'
import { submissionQuery } from '#submissions/submissionQueries.ts'
import { Callout } from '#ui/Callout.tsx'
import { textAt } from '../model/textAt.ts'
import { useReview } from '../ReviewContext.ts'
import styles from './Moves.module.css'

/** What the approver has not looked at, or accepts by approving: rows, earlier periods, explained findings. */
export const Unlooked = () => (
  <>
    <Rows />
    <EarlierPeriods />
    <ExplainedFindings />
  </>
)

function Rows() {
  const { sheet, ticked } = useReview()
  const rows = sheet.rows.filter(({ row }) => row !== null)
  const left = rows.filter(({ anchor }) => !ticked.has(anchor)).length
  if (left === 0) return null
  const title =
    left === rows.length
      ? `Belum satu pun dari ${rows.length} baris Anda tandai diperiksa`
      : `${left} dari ${rows.length} baris belum Anda tandai diperiksa`
  return <Callout tone="warn" title={title} />
}

/** The current state, since an earlier period may have been approved after this report was submitted; else that of then. */
function EarlierPeriods() {
  const { sheet } = useReview()
  const { kind, body } = sheet
  const before = unapprovedBefore(kind, body)
  const now = useQueries({
    queries: before.map(({ submission }) => ({
      ...submissionQuery(submission ?? ''),
      enabled: submission !== null,
    })),
  })
  if (!kind) return null
  return before.map(({ source, submission }, n) => {
    const title = sourceTitle(kind, body, source)
    const { data, isError } = now[n] ?? {}
    if (data?.status === 'approved' || (submission && !data && !isError)) return null
    const known =
      data && `${title} belum disetujui: ${data.status === 'draft' ? 'Belum dikirim' : statusLabels[data.status]}`
    const then = `${title} belum ${submission ? 'disetujui' : 'dikirim'} ketika kiriman ini dibuat`
    return (
      <Callout key={source} tone="warn" title={known ?? then}>
        Angka kiriman ini melanjutkan isian periode itu.
      </Callout>
    )
  })
}

function ExplainedFindings() {
  const { sheet } = useReview()
  const found = sheet.body.findings.filter(({ level }) => level === 'explain')
  if (found.length === 0) return null
  return (
    <Callout tone="warn" title={`${found.length} temuan dengan penjelasan operator`}>
      <ul className={styles.notes}>
        {found.map(({ code, at, message, why }) => (
          <li key={`${code} ${at}`}>
            <strong>{sheet.read.names.anchor(at)}</strong>
            <span>
              {message} Penjelasan: {(why && textAt(sheet.body.answers, why)) ?? 'tidak ada.'}
            </span>
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** A period of the same form that was not approved when this revision was frozen; null where it had no submission. */
interface EarlierReport {
  source: string
  submission: string | null
}

/** The earlier periods of the year that this report builds on and that were not approved then, the oldest first. */
const unapprovedBefore = (
  kind: Kind | undefined,
  { period, sources }: Pick<RevisionBody, 'period' | 'sources'>,
): EarlierReport[] =>
  (kind ? earlierPeriods(kind, period) : [])
    .filter(one => periodYear(one.period) === periodYear(period))
    .filter(({ name }) => !['approved', 'archive'].includes(sources[name]?.status ?? ''))
    .map(({ name }) => ({ source: name, submission: sources[name]?.submission ?? null }))
    .reverse()
