import {
  type ChangesToWrite,
  enqueueRechecks,
  findSubmission,
  freezeRevision,
  insertSubmission,
  type LoadedForm,
  loadForm,
  loadRows,
  newestVersion,
  putArchived,
  type RecordedBy,
  type SubmissionRecord,
  submissionStream,
  type Transaction,
  writeChanges,
} from '@sepakat/db'
import { assemble, memoryView, parsePointer, reportTypeOf, rootsAnswered } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { ArchiveReport } from './judgeLine.ts'

type By = { by: RecordedBy['actor']; at: Date }

/** Writes the new values of a report from before the system and freezes them as its next revision. @returns the event that records it */
export const keepReport = async (tx: Transaction, report: ArchiveReport, { by, at }: By) => {
  const { office, kind, period, cells } = report
  const version = (await newestVersion(tx, kind.form))!
  const before = report.submission === null ? null : await findSubmission(tx, report.submission)
  const changes = changesOf(report, { submission: before?.id ?? v7(), after: before?.version ?? 0, by, at })
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
  const toFreeze = { submission, loaded, answers, attachments: [], evaluation, by, at }
  const record = await freezeRevision(tx, toFreeze)
  const archived = { id: submission.id, formVersion: version, revision: record.revision, progress: evaluation.progress }
  await putArchived(tx, archived, { by, at })
  await enqueueRechecks(tx, submission, 'archive')
  return {
    stream: submissionStream(submission.id),
    type: 'submission.archived',
    data: { office: office.id, period, cells: cells.length, ...record },
    binds: { submission: [submission.id] },
  } as const
}

/** The form of that year with the rows that have a value; what was assigned to whom then is not asked. */
const formOf = async (
  tx: Transaction,
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
  { submission, after, by, at: now }: By & { submission: string; after: number },
): ChangesToWrite => {
  const view = memoryView()
  const records = cells.map(({ pointer, from, to }, at) => {
    const { table, row, field } = parsePointer(pointer)!
    const seq = after + at + 1
    view.write({ row: { table, row }, fields: { [field]: { v: to, rev: seq, by, at: now.toISOString() } } })
    return { changeId: v7(), seq, table, row, field, op: 'set' as const, from, to, via: 'import' as const }
  })
  return {
    submission,
    records,
    writes: view.records().map(({ table, row, fields }) => ({ row: { table, row }, fields })),
    version: after + records.length,
    actor: by,
    at: now,
  }
}
