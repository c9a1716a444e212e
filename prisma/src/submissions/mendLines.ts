import { type Database, reader } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { transaction } from '../transaction.ts'

const allOffices = statement('line-offices', 'SELECT id FROM office ORDER BY id', { id: col.uuid })
const officesLackingLines = statement(
  'line-offices-lacking',
  `SELECT s.office_id AS id FROM submission s WHERE s.origin = 'filed'
     AND NOT EXISTS (SELECT 1 FROM report_line l WHERE l.list = 'submission' AND l.id = s.id)
   UNION
   SELECT b.office_id FROM obligation b
   WHERE NOT EXISTS (SELECT 1 FROM report_line l WHERE l.list = 'obligation' AND l.id = b.id)
   ORDER BY id`,
  { id: col.uuid.notNull('of NOT NULL columns') },
)

/** One office, form and period, whose lines were not as their sources. */
interface MendedLines {
  form: string
  period: string
}

// Both sides are of one moment: a write and its line are one transaction, so what differs is no write on its way.
const linesMend = statement(
  'lines-mend',
  `SELECT d.form, d.period, keep_report_lines($1, d.form, d.period)
   FROM (SELECT DISTINCT form, period FROM (
       (SELECT * FROM report_line_source WHERE office_id = $1 EXCEPT SELECT * FROM report_line WHERE office_id = $1)
       UNION ALL
       (SELECT * FROM report_line WHERE office_id = $1 EXCEPT SELECT * FROM report_line_source WHERE office_id = $1)
     ) different ORDER BY form, period) d`,
  rowOf<MendedLines>({
    form: col.text.notNull('of NOT NULL columns'),
    period: col.text.notNull('of NOT NULL columns'),
  }),
)

/**
 * One office after the other, each in a transaction of its own, so that no write waits for more than one; tried again where a
 * write that keeps two of its reports was in the way.
 */
const mendOffices = async (db: Database, offices: { id: string }[]): Promise<number> => {
  let mended = 0
  for (const { id } of offices) mended += (await transaction(db, tx => tx.query(linesMend, [id]))).length
  return mended
}

/** Makes every line as what it is derived from. @returns of how many reports lines differed, which only a fault or a foreign hand brings about */
export const mendLines = async (db: Database): Promise<number> => mendOffices(db, await reader(db).query(allOffices))

/** Makes the lines of what was there before there were lines. Goes on where it was stopped; writes go on meanwhile and keep their own. */
export const fillLines = async (db: Database): Promise<number> =>
  mendOffices(db, await reader(db).query(officesLackingLines))
