import type { FormId, PeriodKey, RowId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { assignedRows } from '../forms/formBasis.ts'
import { col, rowOf, statement } from '../statement.ts'

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
}

const owed = (which: string): string => `
  SELECT b.id, b.office_id AS "officeId", o.path::text[] AS "officePath", b.form, b.period, b.practice,
         COALESCE(b.extended_to, b.due_at) AS "dueAt", p.opens_at AS "opensAt", p.closes_at AS "closesAt", b.extended_to AS "extendedTo",
         (SELECT max(v.version) FROM form_version v WHERE v.form = b.form) AS newest, s.id AS first,
         ${assignedRows('b.office_id', 'b.form', 'left(b.period, 4)::int')} AS rows
  FROM obligation b JOIN office o ON o.id = b.office_id
  LEFT JOIN period p ON p.form = b.form AND p.key = b.period
  LEFT JOIN submission s ON s.office_id = b.office_id AND s.form = b.form AND s.period = b.period AND s.number = 1
  WHERE ${which} FOR NO KEY UPDATE OF b`

const owedById = statement(
  'owed-by-id',
  owed('b.id = $1'),
  rowOf<Owed>({
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
  }),
)
const owedByKey = statement(
  'owed-by-key',
  owed('b.office_id = $1 AND b.form = $2 AND b.period = $3'),
  rowOf<Owed>({
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
  }),
)

/** What is owed, kept to the end of the transaction from being removed and from having its deadline moved. */
export const findOwed = async (tx: Queryable, of: OwedKey): Promise<Owed | undefined> => {
  const [found] =
    'obligation' in of
      ? await tx.query(owedById, [of.obligation])
      : await tx.query(owedByKey, [of.office, of.form, of.period])
  return found
}
