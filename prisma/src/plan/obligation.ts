import type { FormId, NoticeLine, PeriodKey, ReportStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { heldDue } from './heldDue.ts'

/** Of an obligation `b` and its newest report `s`. */
export const columnsOfOwed = {
  status: 'b.status',
  number: 'COALESCE(s.number, 1)',
  due: 'COALESCE(b.extended_to, b.due_at)',
  returnDue: 's.return_due_at',
  firstAt: '(SELECT v.at FROM revision v WHERE v.submission_id = s.id AND v.n = 1)',
}

interface Extendable {
  officePath: string[]
  form: FormId
  status: ReportStatus
  /** Of its newest report; null while there is none. */
  submission: string | null
  number: number
  firstAt: Date | null
  returnDueAt: Date | null
  /** Until when it is expected of its office; null where it is not. */
  dueAt: Date | null
}

const obligationToExtend = statement(
  'obligation-to-extend',
  `SELECT o.path::text[] AS "officePath", b.form, b.status, b.submission_id AS submission, ${columnsOfOwed.number} AS number,
     ${columnsOfOwed.firstAt} AS "firstAt", s.return_due_at AS "returnDueAt", ${heldDue(columnsOfOwed)} AS "dueAt"
   FROM obligation b JOIN office o ON o.id = b.office_id LEFT JOIN submission s ON s.id = b.submission_id
   WHERE b.id = $1 FOR NO KEY UPDATE OF b`,
  rowOf<Extendable>({
    officePath: col.texts.notNull('of NOT NULL columns'),
    form: col.text,
    status: col.text.as<ReportStatus>(),
    submission: col.uuid.orNull,
    number: col.int4.notNull('coalesced'),
    firstAt: col.timestamptz.orNull,
    returnDueAt: col.timestamptz.orNull,
    dueAt: col.timestamptz.orNull,
  }),
)

// A move locks the report before what is owed.
const reportToExtend = statement(
  'report-to-extend',
  `SELECT s.id FROM submission s JOIN obligation b ON b.submission_id = s.id WHERE b.id = $1 FOR NO KEY UPDATE OF s`,
  { id: col.uuid },
)

/** Locked with its newest report, to the end of the transaction. Null where there is no such obligation. */
export const lockToExtend = async (tx: Queryable, id: string): Promise<Extendable | null> => {
  await tx.query(reportToExtend, [id])
  return (await tx.query(obligationToExtend, [id]))[0] ?? null
}

/** Moves one due date. Its submission, where there is one, follows. */
export const extendObligation = async (tx: Queryable, id: string, dueAt: Date): Promise<void> => {
  await tx.prisma.obligation.update({ where: { id }, data: { extendedTo: dueAt }, select: { id: true } })
  await tx.prisma.submission.updateMany({ where: { id }, data: { dueAt } })
}

/** Moves the date until which what was sent before is expected again; the due date that was met or missed stays. */
export const extendAnswer = async (tx: Queryable, submission: string, returnDueAt: Date): Promise<void> => {
  await tx.prisma.submission.update({ where: { id: submission }, data: { returnDueAt }, select: { id: true } })
}

interface LockedObligation {
  officeId: string
  form: FormId
  period: PeriodKey
  begun: boolean
}

const obligationLock = statement(
  'obligation-lock',
  `SELECT office_id AS "officeId", form, period, status <> 'not-begun' AS begun FROM obligation WHERE id = $1 FOR UPDATE`,
  rowOf<LockedObligation>({
    officeId: col.uuid,
    form: col.text,
    period: col.text,
    begun: col.bool.notNull('of NOT NULL columns'),
  }),
)

/** To the end of the transaction: a report that begins at the same moment is waited for. Null where there is no such obligation. */
export const lockObligation = async (tx: Queryable, id: string): Promise<LockedObligation | null> =>
  (await tx.query(obligationLock, [id]))[0] ?? null

export const removeObligation = async (tx: Queryable, id: string): Promise<void> => {
  await tx.prisma.obligation.deleteMany({ where: { id } })
}

/** What is owed, as a reminder tells it. */
export interface Remindable extends Pick<NoticeLine, 'submission' | 'number' | 'status'> {
  id: string
  officePath: string[]
  office: string
  form: FormId
  period: PeriodKey
  dueAt: Date | null
  returnDueAt: Date | null
  statusAt: Date | null
  closesAt: Date | null
  extendedTo: Date | null
}

// By SQL: locked, and the name of the office is a view.
const obligationToRemind = statement(
  'obligation-to-remind',
  `SELECT b.id, o.path::text[] AS "officePath", n.name AS office, b.form, b.period, b.status, b.submission_id AS submission,
     COALESCE(s.number, 1) AS number, s.return_due_at AS "returnDueAt", s.status_at AS "statusAt",
     q.closes_at AS "closesAt", b.extended_to AS "extendedTo", ${heldDue(columnsOfOwed)} AS "dueAt"
   FROM obligation b JOIN office o ON o.id = b.office_id JOIN office_now n ON n.id = b.office_id
   LEFT JOIN submission s ON s.id = b.submission_id
   LEFT JOIN period q ON q.form = b.form AND q.key = b.period WHERE b.id = $1 FOR NO KEY UPDATE OF b`,
  rowOf<Remindable>({
    id: col.uuid,
    officePath: col.texts.notNull('of NOT NULL columns'),
    office: col.text.notNull('an office has a name'),
    form: col.text.as<FormId>(),
    period: col.text.as<PeriodKey>(),
    status: col.text.as<ReportStatus>(),
    submission: col.uuid.orNull,
    number: col.int4.notNull('coalesced'),
    statusAt: col.timestamptz.orNull,
    closesAt: col.timestamptz.orNull,
    extendedTo: col.timestamptz.orNull,
    returnDueAt: col.timestamptz.orNull,
    dueAt: col.timestamptz.orNull,
  }),
)

/** Locked, to the end of the transaction. Null where there is no such obligation. */
export const lockToRemind = async (tx: Queryable, id: string): Promise<Remindable | null> =>
  (await tx.query(obligationToRemind, [id]))[0] ?? null
