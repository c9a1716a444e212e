import { type PeriodKey, periodEnd } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

export interface OfficesOfYear {
  names: ReadonlyMap<string, string>
  /** An office owes nothing for a period that was over before it came to be, nor after the year in which it ended. */
  isThere: (office: string, period: PeriodKey) => boolean
}

// By SQL: one span is picked of each office.
const planOffices = statement(
  'plan-offices',
  `SELECT DISTINCT ON (office_id) office_id AS id, name, min("from") OVER (PARTITION BY office_id) AS begins,
          "to" IS NOT NULL AND "to" < make_date($1, 1, 1) AS ended
   FROM office_span ORDER BY office_id, "from" <= make_date($1, 12, 31) DESC, "from" DESC`,
  {
    id: col.uuid,
    name: col.text,
    begins: col.date.notNull('an office has a span'),
    ended: col.bool.notNull('a test for null'),
  },
)

/** All offices as they are called in a year, and whether they are there in its periods. */
export const officesOfYear = async (tx: Queryable, year: number): Promise<OfficesOfYear> => {
  const offices = await tx.query(planOffices, [year])
  const begins = new Map(offices.filter(o => !o.ended).map(o => [o.id, o.begins]))
  const ends = new Map<PeriodKey, string>()
  const endOf = (period: PeriodKey): string => {
    const end = ends.get(period) ?? periodEnd(period)
    ends.set(period, end)
    return end
  }
  return {
    names: new Map(offices.map(o => [o.id, o.name])),
    isThere: (office, period) => {
      const from = begins.get(office)
      return from !== undefined && from <= endOf(period)
    },
  }
}
