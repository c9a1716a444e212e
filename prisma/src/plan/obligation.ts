import type { FormId, NoticeLine, PeriodKey, ReportStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

interface Extendable {
  officePath: string[]
  form: FormId
  /** The deadline that holds now. */
  dueAt: Date
}

const obligationToExtend = statement(
  'obligation-to-extend',
  `SELECT o.path::text[] AS "officePath", b.form, COALESCE(b.extended_to, b.due_at) AS "dueAt"
   FROM obligation b JOIN office o ON o.id = b.office_id WHERE b.id = $1 FOR NO KEY UPDATE OF b`,
  rowOf<Extendable>({
    officePath: col.texts.notNull('of NOT NULL columns'),
    form: col.text,
    dueAt: col.timestamptz.notNull('coalesced'),
  }),
)

/** Locked, to the end of the transaction. Null where there is no such obligation. */
export const lockToExtend = async (tx: Queryable, id: string): Promise<Extendable | null> =>
  (await tx.query(obligationToExtend, [id]))[0] ?? null

/** Moves one due date. Its submission, where there is one, follows. */
export const extendObligation = async (tx: Queryable, id: string, dueAt: Date): Promise<void> => {
  await tx.prisma.obligation.update({ where: { id }, data: { extendedTo: dueAt }, select: { id: true } })
  await tx.prisma.submission.updateMany({ where: { id }, data: { dueAt } })
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
  statusAt: Date | null
}

// By SQL: locked, and the name of the office is a view.
const obligationToRemind = statement(
  'obligation-to-remind',
  `SELECT b.id, o.path::text[] AS "officePath", n.name AS office, b.form, b.period, b.status, b.submission_id AS submission,
     COALESCE(s.number, 1) AS number, s.status_at AS "statusAt",
     CASE WHEN b.status = 'returned' THEN COALESCE(s.return_due_at, b.extended_to, b.due_at)
          WHEN COALESCE(s.number, 1) = 1 THEN COALESCE(b.extended_to, b.due_at) END AS "dueAt"
   FROM obligation b JOIN office o ON o.id = b.office_id JOIN office_now n ON n.id = b.office_id
   LEFT JOIN submission s ON s.id = b.submission_id WHERE b.id = $1 FOR NO KEY UPDATE OF b`,
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
    dueAt: col.timestamptz.orNull,
  }),
)

/** Locked, to the end of the transaction. Null where there is no such obligation. */
export const lockToRemind = async (tx: Queryable, id: string): Promise<Remindable | null> =>
  (await tx.query(obligationToRemind, [id]))[0] ?? null
