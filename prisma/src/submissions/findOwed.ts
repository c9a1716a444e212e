import type { ActorId, FormId, PeriodKey, RowId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { assignedRows } from '../forms/formBasis.ts'
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
  /** Its first report, where there is one. */
  first: string | null
  rows: RowId[]
  /** Whether its history has something already, before it was created: a date that was moved. */
  told: boolean
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
         (SELECT max(v.version) FROM form_version v WHERE v.form = b.form) AS newest, s.id AS first,
         ${assignedRows('b.office_id', 'b.form', 'left(b.period, 4)::int')} AS rows,
         n.name, n.short_name AS "shortName", ${actorRow('$1')} AS "askerRow"
  FROM obligation b JOIN office o ON o.id = b.office_id
  CROSS JOIN LATERAL ${officeName('o.id', '$2::date')} n
  LEFT JOIN period p ON p.form = b.form AND p.key = b.period
  LEFT JOIN submission s ON s.office_id = b.office_id AND s.form = b.form AND s.period = b.period AND s.number = 1
  WHERE ${which} FOR NO KEY UPDATE OF b`

const owedRow = rowOf<Omit<Owed, 'told'>>({
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
  first: col.uuid.orNull,
  rows: col.texts.notNull('a test for null'),
  name: col.text.notNull('an office has a name'),
  shortName: col.text.notNull('an office has a name'),
  askerRow: col.json.orNull,
})
const owedById = statement('owed-by-id', owed('b.id = $3'), owedRow)
const owedByKey = statement('owed-by-key', owed('b.office_id = $3 AND b.form = $4 AND b.period = $5'), owedRow)

const told = (which: string): string =>
  `SELECT EXISTS (SELECT 1 FROM obligation b JOIN event_head h ON h.stream = 'submission/' || b.id WHERE ${which}) AS told`
const toldRow = { told: col.bool.notNull('an EXISTS') }
const toldById = statement('owed-told-by-id', told('b.id = $1'), toldRow)
const toldByKey = statement('owed-told-by-key', told('b.office_id = $1 AND b.form = $2 AND b.period = $3'), toldRow)

/**
 * What is owed, kept to the end of the transaction from being removed and from having its deadline moved. What its history has is
 * read by a statement of its own: one that waits for a lock sees other rows as they were before it waited.
 */
export const findOwed = async (tx: Queryable, of: OwedKey, { actor, today }: OwedAsk): Promise<Owed | undefined> => {
  const key = 'obligation' in of ? [of.obligation] : [of.office, of.form, of.period]
  const [owedBy, toldBy] = 'obligation' in of ? [owedById, toldById] : [owedByKey, toldByKey]
  const [[found], [history]] = await Promise.all([tx.query(owedBy, [actor, today, ...key]), tx.query(toldBy, key)])
  return found && history && { ...found, ...history }
}
