import type { FormId, PeriodKey } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { dateOf } from '../days.ts'
import { col, rowOf, statement } from '../statement.ts'
import { typed } from '../typed.ts'
import { spanOfDay } from './officeName.ts'

/** An office as it is called on a day; one that does not exist yet as it will first be called. Days as 2026-03-31. */
export interface OfficeRow {
  id: string
  kind: string
  code: string | null
  name: string
  shortName: string
  parent: string | null
  urusan: string[]
  confidence: string
  ended: boolean
}
/** What its paper says of an office: its address, and where its head signs. */
export interface Letterhead {
  address: string
  place: string
}
export interface OfficeDetails extends OfficeRow, Letterhead {
  source: string
  note: string
}
const columns = `o.id, o.kind, o.code, s.name, s.short_name AS "shortName", s.parent_id AS parent, s.urusan, o.confidence,
  s."to" IS NOT NULL AND s."to" < $1::date AS ended`
const named = `JOIN LATERAL (
    SELECT * FROM office_span WHERE office_id = o.id ${spanOfDay('$1::date')}
  ) s ON true`

const officeColumns = rowOf<OfficeRow>({
  id: col.uuid,
  kind: col.text,
  code: col.text.orNull,
  name: col.text,
  shortName: col.text,
  parent: col.uuid.orNull,
  urusan: col.texts.notNull('a list is never written as null'),
  confidence: col.text,
  ended: col.bool.notNull('a test for null'),
})
const officesList = statement(
  'offices-list',
  `SELECT ${columns} FROM office o ${named} ORDER BY s.name, o.id`,
  officeColumns,
)

/** By SQL, like the statements below: one lateral join finds the span of the day. */
export const listOffices = (tx: Queryable, today: string): Promise<OfficeRow[]> => tx.query(officesList, [today])

const officeRead = statement(
  'office-read',
  `SELECT ${columns}, o.source, o.note, o.address, o.place FROM office o ${named} WHERE o.id = $2`,
  rowOf<OfficeDetails>({
    ...officeColumns,
    source: col.text,
    note: col.text,
    address: col.text,
    place: col.text,
  }),
)

export const readOffice = async (tx: Queryable, id: string, today: string): Promise<OfficeDetails | null> => {
  const rows = await tx.query(officeRead, [today, id])
  return rows[0] ?? null
}

const officesLock = statement('offices-lock', `SELECT pg_advisory_xact_lock(hashtext('office tree'))`)

/** Changes of the tree wait for each other: two that are each fine alone could close a circle together. */
export const lockOffices = async (tx: Queryable): Promise<void> => {
  await tx.query(officesLock)
}

export const addOffice = async (
  tx: Queryable,
  { kind, code, note }: { kind: string; code: string | null; note: string },
): Promise<string> => {
  const id = v7()
  await tx.prisma.office.create({
    data: { id, kind, code, confidence: 'verified', note, path: [] },
    select: { id: true },
  })
  return id
}

export const readLetterhead = (tx: Queryable, id: string): Promise<Letterhead | null> =>
  tx.prisma.office.findUnique({ where: { id }, select: { address: true, place: true } })

/** False where there is no such office. */
export const putLetterhead = async (tx: Queryable, id: string, { address, place }: Letterhead): Promise<boolean> =>
  (await tx.prisma.office.updateMany({ where: { id }, data: { address, place } })).count > 0

/** Names of units below an office that go on after a day; the first five. */
export const unitsBelow = async (tx: Queryable, id: string, to: string): Promise<string[]> => {
  const spans = await tx.prisma.officeSpan.findMany({
    where: { parentId: id, OR: [{ to: null }, { to: { gt: dateOf(to) } }] },
    select: { name: true },
    orderBy: { name: 'asc' },
  })
  return [...new Set(spans.map(({ name }) => name))].slice(0, 5)
}

/** The unfinished reports of an office. */
export const unfinishedReports = async (tx: Queryable, id: string): Promise<{ form: FormId; period: PeriodKey }[]> => {
  const reports = await tx.prisma.submission.findMany({
    where: { officeId: id, status: { not: 'approved' } },
    select: { form: true, period: true },
    orderBy: [{ period: 'asc' }, { form: 'asc' }],
  })
  return reports.map(typed.submission)
}

// By SQL: names of today are a view.
const officeNamesSql = statement(
  'office-names',
  `SELECT id, name, short_name AS "shortName" FROM office_now WHERE id = ANY ($1::uuid[]) ORDER BY name`,
  {
    id: col.uuid.notNull('an office has a name'),
    name: col.text.notNull('an office has a name'),
    shortName: col.text.notNull('an office has a name'),
  },
)

/** Names of some offices as of today, whichever of the ids are offices. */
export const officeNames = (tx: Queryable, ids: string[]): Promise<{ id: string; name: string; shortName: string }[]> =>
  tx.query(officeNamesSql, [ids])

/** Those of the ids that are no office. */
export const unknownOffices = async (tx: Queryable, ids: string[]): Promise<string[]> => {
  const known = await tx.prisma.office.findMany({ where: { id: { in: ids } }, select: { id: true } })
  return ids.filter(id => !known.some(office => office.id === id))
}

const officePaths = statement('office-paths', 'SELECT refresh_office_path()')

/** Brings the path of each office, by which rights reach the units below it, up to the region's today. */
export const refreshOfficePaths = async (tx: Queryable): Promise<void> => {
  await tx.query(officePaths)
}
