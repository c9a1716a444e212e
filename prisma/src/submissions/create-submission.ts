import {
  type Answers,
  carriedAnswers,
  type FormId,
  judgeChanges,
  type Kind,
  kinds,
  memoryView,
  type PeriodKey,
  type Result,
  type RowId,
} from '@sepakat/rules'
import { appendEvent, submissionStream } from '../append-event.ts'
import type { Queryable } from '../database.ts'
import { assignedRows, officePathOf } from '../forms/form-basis.ts'
import { formRows } from '../forms/known-rows.ts'
import { loadForm } from '../forms/load-form.ts'
import { pickSources, wantedSources } from '../forms/pick-sources.ts'
import { changesOf, copied } from './answer-changes.ts'
import { type Asker, mayTo } from './asker.ts'
import { insertSubmission } from './insert-submission.ts'
import { reportTypeOf } from './report-line.ts'
import { closedAt } from './submission.ts'
import { type ChangesToWrite, writeChanges } from './write-changes.ts'

export type CreateAsk = {
  of: { obligation: string } | { office: string; form: FormId; period: PeriodKey }
  /** What a program sends along; judged like a save, all or nothing. */
  answers?: Answers
  asker: Asker
  now: Date
}
export type Created =
  | { outcome: 'created' | 'there'; id: string }
  | { outcome: 'not-found' | 'no-right' | 'no-obligation' }
  | { outcome: 'not-open'; opensAt: Date | null; closedAt: Date | null }
  | { outcome: 'refused'; refused: { pointer: string; result: Result }[] }

interface Owed {
  id: string
  officeId: string
  officePath: string[]
  form: FormId
  period: PeriodKey
  practice: boolean
  dueAt: Date
  opensAt: Date | null
  closesAt: Date | null
  extendedTo: Date | null
  newest: number | null
  first: string | null
  rows: RowId[]
}

const owed = (which: string): string => `
  SELECT b.id, b.office_id AS "officeId", o.path::text[] AS "officePath", b.form, b.period, b.practice,
         COALESCE(b.extended_to, b.due_at) AS "dueAt", p.opens_at AS "opensAt", p.closes_at AS "closesAt", b.extended_to AS "extendedTo",
         (SELECT max(v.version) FROM form_version v WHERE v.form = b.form) AS newest, s.id AS first,
         ${assignedRows('b.office_id', 'b.form', 'left(b.period, 4)::int')} AS rows
  FROM obligation b JOIN office o ON o.id = b.office_id
  LEFT JOIN period p ON p.form = b.form AND p.key = b.period
  LEFT JOIN submission s ON s.office_id = b.office_id AND s.form = b.form AND s.period = b.period AND s.number = 1
  WHERE ${which}`

const findOwed = async (tx: Queryable, of: CreateAsk['of']): Promise<Owed | undefined> => {
  const [found] =
    'obligation' in of
      ? await tx.query<Owed>('owed-by-id', owed('b.id = $1'), [of.obligation])
      : await tx.query<Owed>('owed-by-key', owed('b.office_id = $1 AND b.form = $2 AND b.period = $3'), [
          of.office,
          of.form,
          of.period,
        ])
  return found
}

/** Why nothing is owed: there is no such office in reach, or it owes no such form. */
const unowed = async (tx: Queryable, { of, asker }: CreateAsk): Promise<Created> => {
  if ('obligation' in of) return { outcome: 'not-found' }
  const officePath = await officePathOf(tx, of.office)
  const known = officePath && mayTo(asker, 'submission.write', { officePath, reportType: reportTypeOf(of.form) })
  return { outcome: known ? 'no-obligation' : 'not-found' }
}

/**
 * Begins the report of an obligation: number 1, with the obligation's id, on the newest catalogue, with what carries over from
 * the period before and then what was sent along. Asked again, or at once from two devices, it is the same one.
 */
export const createSubmission = async (tx: Queryable, ask: CreateAsk): Promise<Created> => {
  const { asker, now, answers } = ask
  const found = await findOwed(tx, ask.of)
  if (!found) return unowed(tx, ask)
  const of = { ...found, reportType: reportTypeOf(found.form) }
  if (!mayTo(asker, 'submission.write', of))
    return { outcome: mayTo(asker, 'submission.read', of) ? 'no-right' : 'not-found' }
  if (found.first !== null) return { outcome: 'there', id: found.first }
  const kind = kinds[found.form]
  if (!kind || found.newest === null) return { outcome: 'no-obligation' }
  const closed = closedAt({ ...found, number: 1, status: 'draft' }, now)
  if (closed !== null || (found.opensAt !== null && found.opensAt > now))
    return { outcome: 'not-open', opensAt: found.opensAt, closedAt: closed }

  const begun = await firstAnswers(tx, kind, { ...found, formVersion: found.newest }, ask)
  if ('refused' in begun) return { outcome: 'refused', refused: begun.refused }
  const created = await insertSubmission(tx, { ...of, number: 1, formVersion: found.newest, by: asker.id, at: now })
  if (!created) return { outcome: 'there', id: found.id }
  if (begun.records.length > 0) await writeChanges(tx, { ...begun, submission: found.id, actor: asker.id, at: now })
  const { officeId: office, form, period } = found
  const carried = begun.records.filter(({ via }) => via === 'carry').length
  const data = { office, form, period, number: 1, formVersion: found.newest, carried, sent: answers !== undefined }
  await appendEvent(tx, {
    stream: submissionStream(found.id),
    type: 'submission.created',
    actor: asker.id,
    data,
    at: now,
  })
  return { outcome: 'created', id: found.id }
}

type Begun = Pick<ChangesToWrite, 'records' | 'writes' | 'version'>

/** What a new form starts with: what carries over, and over it what was sent along. */
const firstAnswers = async (
  tx: Queryable,
  kind: Kind,
  found: Owed & { formVersion: number },
  { answers, asker, now }: CreateAsk,
): Promise<Begun | { refused: { pointer: string; result: Result }[] }> => {
  const signed = { by: asker.id, at: now.toISOString() }
  const carried = changesOf(kind, await carriedOver(tx, kind, found))
  const { records, writes } = copied(carried, { ...signed, rev: 1 })
  const view = memoryView(writes.map(({ row, fields }) => ({ ...row, fields })))
  const kept = records.map(record => ({ ...record, via: 'carry' as const }))
  if (!answers) return { records: kept, writes: rowsOf(view), version: kept.length }

  const known = await formRows(tx, found, found.rows)
  const sent = changesOf(kind, answers, known)
  const judged = judgeChanges(view, sent, {
    kind,
    lock: {
      status: 'draft',
      since: signed.at,
      by: asker.id,
      openAnchors: null,
      closedAt: null,
      capacity: { as: 'office' },
    },
    ...signed,
    rev: kept.length + 1,
    knownRows: known,
    ifMatch: true,
  })
  if (!judged.whole) {
    const refused = judged.results.flatMap((result, at) =>
      result.result === 'applied' || result.result === 'already' ? [] : [{ pointer: sent[at]!.pointer, result }],
    )
    return { refused }
  }
  for (const write of judged.writes) view.write(write)
  const added = judged.records.map(record => ({ ...record, via: 'api' as const }))
  return { records: [...kept, ...added], writes: rowsOf(view), version: judged.version }
}

const rowsOf = (view: ReturnType<typeof memoryView>): Begun['writes'] =>
  view.records().map(({ table, row, fields }) => ({ row: { table, row }, fields }))

/** The form before is loaded only where the kind carries something and there is one. */
const carriedOver = async (
  tx: Queryable,
  kind: Kind,
  { officeId, form, period, formVersion }: Owed & { formVersion: number },
) => {
  const carries = Object.values(kind.tables).some(({ fields }) => Object.values(fields).some(field => field.carry))
  const previous = carries ? wantedSources(kind, period).filter(({ name }) => name === 'previous') : []
  if ((await pickSources(tx, officeId, previous, true)).length === 0) return {}
  const loaded = await loadForm(tx, { form, office: officeId, period, version: formVersion, drafts: true })
  return loaded ? carriedAnswers(loaded.form, loaded.scope) : {}
}
