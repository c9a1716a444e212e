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
         EXISTS (SELECT 1 FROM event_head h WHERE h.stream = 'submission/' || b.id) AS told,
         n.name, n.short_name AS "shortName", ${actorRow('$1')} AS "askerRow"
  FROM obligation b JOIN office o ON o.id = b.office_id
  CROSS JOIN LATERAL ${officeName('o.id', '$2::date')} n
  LEFT JOIN period p ON p.form = b.form AND p.key = b.period
  LEFT JOIN submission s ON s.office_id = b.office_id AND s.form = b.form AND s.period = b.period AND s.number = 1
  WHERE ${which} FOR NO KEY UPDATE OF b`

const owedRow = rowOf<Owed>({
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
  told: col.bool.notNull('an EXISTS'),
  name: col.text.notNull('an office has a name'),
  shortName: col.text.notNull('an office has a name'),
  askerRow: col.json.orNull,
})
const owedById = statement('owed-by-id', owed('b.id = $3'), owedRow)
const owedByKey = statement('owed-by-key', owed('b.office_id = $3 AND b.form = $4 AND b.period = $5'), owedRow)

/** What is owed, kept to the end of the transaction from being removed and from having its deadline moved. */
export const findOwed = async (tx: Queryable, of: OwedKey, { actor, today }: OwedAsk): Promise<Owed | undefined> => {
  const [found] =
    'obligation' in of
      ? await tx.query(owedById, [actor, today, of.obligation])
      : await tx.query(owedByKey, [actor, today, of.office, of.form, of.period])
  return found
}
