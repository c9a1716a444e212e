import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

const archiveLock = statement('archive-lock', `SELECT pg_advisory_xact_lock(hashtext('archive'))`)

/** Transactions that bring in values follow each other. */
export const lockArchive = (tx: Queryable): Promise<object[]> => tx.query(archiveLock)

const archiveThere = statement(
  'archive-there',
  `SELECT id, origin = 'archive' AS archive FROM submission WHERE office_id = $1 AND form = $2 AND period = $3`,
  { id: col.uuid, archive: col.bool.notNull('of NOT NULL columns') },
)

/** The submissions of an office for a form and period; `archive`: brought in from before the system. */
export const submissionsOf = (
  tx: Queryable,
  office: string,
  form: FormId,
  period: PeriodKey,
): Promise<{ id: string; archive: boolean }[]> => tx.query(archiveThere, [office, form, period])

export interface ArchivedSubmission {
  id: string
  formVersion: number
  revision: number
  progress: Record<string, { filled: number; all: number }>
}

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
