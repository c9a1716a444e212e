import type { OwedCount, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
import { type LinesOfOffice, linesOfYear, type OwedLine } from './linesOfYear.ts'

const offices = statement(
  'overview-offices',
  'SELECT o.id, o.name, o.short_name AS "shortName" FROM office_now o WHERE $1::uuid[] IS NULL OR o.path && $1 ORDER BY o.name, o.id',
  {
    id: col.uuid.notNull('an office has one'),
    name: col.text.notNull('an office has a name'),
    shortName: col.text.notNull('an office has a name'),
  },
)

const cellText = (office: string, { form, period, submission, status }: OwedLine, late: boolean): string =>
  `{"office":${office},"form":"${form}","period":"${period}","submission":${submission && `"${submission}"`},"status":"${status}","late":${late}}`

type Counts = Map<string, OwedCount>

const addTo = (counts: Counts, key: string, one: OwedCount): void => {
  const alike = counts.get(key)
  if (alike) alike.count += one.count
  else counts.set(key, { ...one })
}

/** What an overview says of an office: under this name, of these report types, at each time from `from` to `until`. */
interface Told {
  office: string
  types: string
  from: number
  until: number
  cells: Uint8Array
  counts: Counts
}
/** Kept for as long as the lines are: most offices have the same from one overview to the next. */
const known = new WeakMap<LinesOfOffice, Told>()
const encoder = new TextEncoder()
const comma = encoder.encode(',')

const tell = (lines: LinesOfOffice, office: string, reportTypes: ReportType[] | null, now: number): Told => {
  const types = reportTypes?.join(' ') ?? '*'
  const kept = known.get(lines)
  if (kept && kept.office === office && kept.types === types && kept.from <= now && now <= kept.until) return kept
  const counts: Counts = new Map()
  const cells: string[] = []
  let until = Number.POSITIVE_INFINITY
  for (const line of lines) {
    if (reportTypes?.includes(line.reportType) === false) continue
    const late = line.lateAfter !== null && line.lateAfter < now
    if (line.lateAfter !== null && !late) until = Math.min(until, line.lateAfter)
    cells.push(cellText(office, line, late))
    const { form, status, again } = line
    addTo(counts, `${form} ${status} ${again} ${late}`, { form, status, again, late, count: 1 })
  }
  const text = encoder.encode(cells.join(','))
  const told = { office, types, from: now, until, cells: text, counts }
  known.set(lines, told)
  return told
}

/**
 * What is owed in a year within reach: each obligation with its office and the state of its report, by the name of the office, as
 * JSON text of the overview's `cells` in pieces; how many are alike, in the order of their first; and at what time (ms) the next of them is late. Ids, forms, periods and states have no
 * letter that JSON would escape: CHECKs and the catalogue of forms see to it.
 */
export const overviewOfYear = async (
  tx: Queryable,
  ask: {
    reach: { offices: string[] | null; reportTypes: ReportType[] | null }
    year: number
    practice: boolean
    now: Date
  },
): Promise<{ cells: Uint8Array[]; counts: OwedCount[]; until: number }> => {
  const { reach, year, practice, now } = ask
  const [named, lines] = await Promise.all([tx.query(offices, [reach.offices]), linesOfYear(tx, { year, practice })])
  const counts: Counts = new Map()
  const cells: Uint8Array[] = []
  let until = Number.POSITIVE_INFINITY
  for (const office of named) {
    const own = lines.get(office.id)
    if (own === undefined) continue
    const told = tell(own, JSON.stringify(office), reach.reportTypes, now.getTime())
    // of the report types asked for it owes nothing
    if (told.cells.length === 0) continue
    if (cells.length > 0) cells.push(comma)
    cells.push(told.cells)
    until = Math.min(until, told.until)
    for (const [key, one] of told.counts) addTo(counts, key, one)
  }
  return { cells: [encoder.encode('['), ...cells, encoder.encode(']')], counts: [...counts.values()], until }
}
