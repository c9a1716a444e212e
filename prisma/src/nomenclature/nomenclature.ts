import type { ListedCode } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

/** How many codes of each level the list of a year holds. */
export interface NomenclatureYear {
  year: number
  urusan: number
  field: number
  program: number
  activity: number
  subactivity: number
}

const ofParts = (parts: number, name: string): string =>
  `count(*) FILTER (WHERE array_length(string_to_array(code, '.'), 1) = ${parts})::int AS ${name}`

const nomenclatureYears = statement(
  'nomenclature-years',
  `SELECT year, ${ofParts(1, 'urusan')}, ${ofParts(2, 'field')}, ${ofParts(3, 'program')}, ${ofParts(5, 'activity')},
     ${ofParts(6, 'subactivity')}
   FROM listed_code GROUP BY year ORDER BY year DESC`,
  rowOf<NomenclatureYear>({
    year: col.int4,
    urusan: col.int4.notNull('a count'),
    field: col.int4.notNull('a count'),
    program: col.int4.notNull('a count'),
    activity: col.int4.notNull('a count'),
    subactivity: col.int4.notNull('a count'),
  }),
)

/** By SQL, like the statements below: thousands of codes are counted, or put, at once. */
export const listNomenclatures = (tx: Queryable): Promise<NomenclatureYear[]> => tx.query(nomenclatureYears)

const nomenclaturePut = statement(
  'nomenclature-put',
  `INSERT INTO listed_code (year, code, name, indicator, unit)
   SELECT $1, c.code, c.name, c.indicator, c.unit
   FROM jsonb_to_recordset($2::jsonb) AS c(code text, name text, indicator text, unit text) ORDER BY c.code
   ON CONFLICT (year, code) DO UPDATE SET name = excluded.name, indicator = excluded.indicator, unit = excluded.unit`,
)

/** Adds these codes to the list of a year; those there already are overwritten, all others stay. */
export const putCodes = async (tx: Queryable, year: number, codes: ListedCode[]): Promise<void> => {
  const once = new Map(codes.map(one => [one.code, one]))
  await tx.query(nomenclaturePut, [year, JSON.stringify([...once.values()])])
}

/** @returns how many codes it held */
export const removeNomenclature = async (tx: Queryable, year: number): Promise<number> =>
  (await tx.prisma.listedCode.deleteMany({ where: { year } })).count

const nomenclatureTell = statement(
  'nomenclature-tell',
  `SELECT code, name, indicator, unit FROM listed_code
   WHERE year = (SELECT max(year) FROM listed_code WHERE year <= $1) AND code = ANY ($2)`,
  rowOf<ListedCode>({ code: col.text, name: col.text, indicator: col.text, unit: col.text }),
)

/** What the newest list of the year or before it says of these codes. By SQL: one text for a list of any length. */
export const codesOfYear = (tx: Queryable, year: number, codes: string[]): Promise<ListedCode[]> =>
  tx.query(nomenclatureTell, [year, codes])
