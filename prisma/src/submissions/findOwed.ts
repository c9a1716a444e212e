import type { ActorId, FormId, PeriodKey, RowId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { assignedRows, type FormBasis } from '../forms/formBasis.ts'
import { officeName } from '../offices/officeName.ts'
import { col, rowOf, statement } from '../statement.ts'
import { type ActorRow, actorRow } from './actorNames.ts'

export type OwedKey = { obligation: string } | { office: string; form: FormId; period: PeriodKey }

/** An obligation with what the beginning of its report asks of it. */
export interface Owed {
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
  /** The newest version of the catalogue. */
  newest: number | null
  rows: RowId[]
  /** Its first report, where there is one. */
  first: string | null
  /** Whether its history has something already, before it was created: a date that was moved. */
  told: boolean
  /** The plan that is set now. */
  plan: FormBasis['plan'] | null
  /** What its office is called today. */
  name: string
  shortName: string
  /** Who asks, as people read it. */
  askerRow: ActorRow
}

/** Who asks for it, on which day of the region. */
export interface OwedAsk {
  actor: ActorId
  today: string
}

const owed = (which: string): string => `
  SELECT b.id, b.office_id AS "officeId", o.path::text[] AS "officePath", b.form, b.period, b.practice,
         COALESCE(b.extended_to, b.due_at) AS "dueAt", p.opens_at AS "opensAt", p.closes_at AS "closesAt", b.extended_to AS "extendedTo",
         (SELECT max(v.version) FROM form_version v WHERE v.form = b.form) AS newest,
         ${assignedRows('b.office_id', 'b.form', 'left(b.period, 4)::int')} AS rows,
         n.name, n.short_name AS "shortName", ${actorRow('$1')} AS "askerRow"
  FROM obligation b JOIN office o ON o.id = b.office_id
  CROSS JOIN LATERAL ${officeName('o.id', '$2::date')} n
  LEFT JOIN period p ON p.form = b.form AND p.key = b.period
  WHERE ${which} FOR NO KEY UPDATE OF b`

const keptRow = {
  first: col.uuid.orNull,
  told: col.bool.notNull('an EXISTS'),
  plan: col.jsonb.as<FormBasis['plan']>().orNull,
}
const owedRow = rowOf<Omit<Owed, keyof typeof keptRow>>({
  id: col.uuid,
  officeId: col.uuid,
  officePath: col.texts.notNull('of NOT NULL columns'),
  form: col.text,
  period: col.text,
  practice: col.bool,
  dueAt: col.timestamptz.notNull('coalesced'),
  opensAt: col.timestamptz.orNull,
  closesAt: col.timestamptz.orNull,
  extendedTo: col.timestamptz.orNull,
  newest: col.int4.orNull,
  rows: col.texts.notNull('a test for null'),
  name: col.text.notNull('an office has a name'),
  shortName: col.text.notNull('an office has a name'),
  askerRow: col.json.orNull,
})
const owedById = statement('owed-by-id', owed('b.id = $3'), owedRow)
const owedByKey = statement('owed-by-key', owed('b.office_id = $3 AND b.form = $4 AND b.period = $5'), owedRow)

const keptOf = (which: string): string => `
  SELECT (SELECT s.id FROM submission s
          WHERE s.office_id = b.office_id AND s.form = b.form AND s.period = b.period AND s.number = 1) AS first,
         EXISTS (SELECT 1 FROM event_head h WHERE h.stream = 'submission/' || b.id) AS told,
         (SELECT value FROM setting WHERE key = 'plan') AS plan
  FROM obligation b WHERE ${which}`
const keptById = statement('owed-kept-by-id', keptOf('b.id = $1'), keptRow)
const keptByKey = statement('owed-kept-by-key', keptOf('b.office_id = $1 AND b.form = $2 AND b.period = $3'), keptRow)

/**
 * What is owed, kept to the end of the transaction from being removed, from having its deadline moved, and from being created by
 * another. What there is of it is read by a statement of its own: one that waits for a lock sees other rows as they were before it
 * waited.
 */
export const findOwed = async (tx: Queryable, of: OwedKey, { actor, today }: OwedAsk): Promise<Owed | undefined> => {
  const key = 'obligation' in of ? [of.obligation] : [of.office, of.form, of.period]
  const [owedBy, keptBy] = 'obligation' in of ? [owedById, keptById] : [owedByKey, keptByKey]
  const [[found], [kept]] = await Promise.all([tx.query(owedBy, [actor, today, ...key]), tx.query(keptBy, key)])
  return found && kept && { ...found, ...kept }
}
