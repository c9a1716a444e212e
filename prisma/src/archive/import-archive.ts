import { assemble, memoryView, parsePointer, reportTypeOf, rootsAnswered } from '@sepakat/rules'
import { v7 } from 'uuid'
import { appendEvent, submissionStream } from '../append-event.ts'
import type { Queryable } from '../database.ts'
import { type LoadedForm, loadForm } from '../forms/load-form.ts'
import { newestVersion } from '../forms/published-form.ts'
import { enqueueRechecks } from '../review/enqueue-rechecks.ts'
import { freezeRevision } from '../review/freeze-revision.ts'
import { handedIn } from '../review/hand-in.ts'
import { loadRows } from '../submissions/answer-rows.ts'
import type { Asker } from '../submissions/asker.ts'
import { insertSubmission } from '../submissions/insert-submission.ts'
import { findSubmission, type SubmissionRecord } from '../submissions/submission.ts'
import { type ChangesToWrite, writeChanges } from '../submissions/write-changes.ts'
import { type ArchiveLine, type ArchiveReport, type JudgedLine, judgeArchive } from './judge-archive.ts'

/** Of two who bring in values at once the second is judged by what the first left. */
const lockArchive = (tx: Queryable): Promise<object[]> =>
  tx.query('archive-lock', `SELECT pg_advisory_xact_lock(hashtext('archive'))`)

/**
 * Brings in every line that is not wrong: a submission of number 0 for each office, form and period, with a revision whenever
 * a value is new or corrected. The same lines again change nothing.
 */
export const importArchive = async (
  tx: Queryable,
  ask: { lines: ArchiveLine[]; asker: Asker; now: Date },
): Promise<JudgedLine[]> => {
  await lockArchive(tx)
  const { lines, reports } = await judgeArchive(tx, ask)
  // Oldest first: what a year came to is compared with the year before.
  for (const report of reports.toSorted((a, b) => (a.period < b.period ? -1 : 1))) await keepReport(tx, report, ask)
  return lines
}

const keepReport = async (
  tx: Queryable,
  report: ArchiveReport,
  { asker, now }: { asker: Asker; now: Date },
): Promise<void> => {
  const { office, kind, period, cells } = report
  const version = (await newestVersion(tx, kind.form))!
  const before = report.submission === null ? null : await findSubmission(tx, report.submission)
  const changes = changesOf(report, { submission: before?.id ?? v7(), after: before?.version ?? 0, asker, now })
  if (before) await writeChanges(tx, changes)
  else
    await insertSubmission(
      tx,
      {
        officeId: office.id,
        form: kind.form,
        reportType: reportTypeOf(kind.form),
        period,
        number: 0,
        practice: false,
        formVersion: version,
        dueAt: null,
        origin: 'archive',
      },
      changes,
    )
  const submission = (await findSubmission(tx, changes.submission))!
  const answers = assemble(await loadRows(tx, submission.id), kind)
  const loaded = await formOf(tx, submission, version, answers)
  const evaluation = loaded.form.evaluate(answers)
  const frozen = await freezeRevision(tx, { submission, loaded, answers, attachments: [], evaluation, asker, now })
  await tx.query(
    'archive-keep',
    `UPDATE submission SET form_version = $2, latest_revision = $3, approved_revision = $3, progress = $4, progress_version = version,
       status_at = $5, status_by = $6 WHERE id = $1`,
    [submission.id, version, frozen.n, JSON.stringify(evaluation.progress), now, asker.id],
  )
  const record = await handedIn(tx, submission, loaded, frozen)
  const data = { office: office.id, period, cells: cells.length, ...record }
  const stream = submissionStream(submission.id)
  const binds = { submission: [submission.id] }
  await appendEvent(tx, { stream, type: 'submission.archived', actor: asker.id, at: now, data, binds })
  await enqueueRechecks(tx, submission, 'archive')
}

/** The form of that year with the rows that have a value; what was assigned to whom then is not asked. */
const formOf = async (
  tx: Queryable,
  { form, officeId: office, period, plan }: SubmissionRecord,
  version: number,
  answers: ReturnType<typeof assemble>,
): Promise<LoadedForm> => {
  const ask = { form, office, period, plan, version, drafts: false }
  const all = (await loadForm(tx, { ...ask, rows: '*' }))!
  return (await loadForm(tx, { ...ask, rows: rootsAnswered(all.form, answers) }))!
}

const changesOf = (
  { cells }: ArchiveReport,
  { submission, after, asker, now }: { submission: string; after: number; asker: Asker; now: Date },
): ChangesToWrite => {
  const view = memoryView()
  const records = cells.map(({ pointer, from, to }, at) => {
    const { table, row, field } = parsePointer(pointer)!
    const seq = after + at + 1
    view.write({ row: { table, row }, fields: { [field]: { v: to, rev: seq, by: asker.id, at: now.toISOString() } } })
    return { changeId: v7(), seq, table, row, field, op: 'set' as const, from, to, via: 'import' as const }
  })
  return {
    submission,
    records,
    writes: view.records().map(({ table, row, fields }) => ({ row: { table, row }, fields })),
    version: after + records.length,
    actor: asker.id,
    at: now,
  }
}
