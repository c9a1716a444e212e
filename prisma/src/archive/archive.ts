import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { statement } from '../statement.ts'

const archiveLock = statement('archive-lock', `SELECT pg_advisory_xact_lock(hashtext('archive'))`)

/** Transactions that bring in values follow each other. */
export const lockArchive = (tx: Queryable): Promise<object[]> => tx.query(archiveLock)

/** The submissions of an office for a form and period; `archive`: brought in from before the system. */
export const submissionsOf = async (
  tx: Queryable,
  officeId: string,
  form: FormId,
  period: PeriodKey,
): Promise<{ id: string; archive: boolean }[]> => {
  const there = await tx.prisma.submission.findMany({
    where: { officeId, form, period },
    select: { id: true, origin: true },
  })
  return there.map(({ id, origin }) => ({ id, archive: origin === 'archive' }))
}

export interface ArchivedSubmission {
  id: string
  formVersion: number
  revision: number
  progress: Record<string, { filled: number; all: number }>
}

// By SQL: its progress is that of the version it has now.
const archiveKeep = statement(
  'archive-keep',
  `UPDATE submission SET form_version = $2, latest_revision = $3, approved_revision = $3, progress = $4, progress_version = version,
     status_at = $5, status_by = $6 WHERE id = $1`,
)

/** Its newest revision counts as approved, with the progress of its last change. */
export const putArchived = async (
  tx: Queryable,
  { id, formVersion, revision, progress }: ArchivedSubmission,
  { by, at }: { by: string; at: Date },
): Promise<void> => {
  await tx.query(archiveKeep, [id, formVersion, revision, JSON.stringify(progress), at, by])
}
