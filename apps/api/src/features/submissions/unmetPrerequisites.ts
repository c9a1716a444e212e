import { type LineRow, type NotSubmitted, type Queryable, type ReportOfOffice, reportsNotSubmitted } from '@sepakat/db'
import { prerequisitesOf } from '@sepakat/rules'

const keyOf = ({ office, form, period }: ReportOfOffice): string => `${office} ${form} ${period}`

/** Of the lines without a report: by the id of the line, what has to be submitted before they can be. One statement at most. */
export const unmetPrerequisites = async (
  tx: Queryable,
  rows: Pick<LineRow, 'id' | 'status' | 'officeId' | 'form' | 'period'>[],
): Promise<ReadonlyMap<string, NotSubmitted[]>> => {
  const wanting = rows
    .filter(({ status }) => status === 'not-begun')
    .map(row => ({ id: row.id, wanted: prerequisitesOf(row).map(report => ({ office: row.officeId, ...report })) }))
    .filter(({ wanted }) => wanted.length > 0)
  const asked = new Map(wanting.flatMap(({ wanted }) => wanted.map(report => [keyOf(report), report] as const)))
  if (asked.size === 0) return new Map()
  const unmet = new Map((await reportsNotSubmitted(tx, [...asked.values()])).map(report => [keyOf(report), report]))
  return new Map(wanting.map(({ id, wanted }) => [id, wanted.flatMap(report => unmet.get(keyOf(report)) ?? [])]))
}
