import type { FormId, OfficeSpan, PeriodKey } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'

/** An office as it is called on a day; one that has not begun yet as it will first be called. Days as 2026-03-31. */
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
    SELECT * FROM office_span WHERE office_id = o.id
    ORDER BY "from" <= $1::date DESC, CASE WHEN "from" <= $1::date THEN "from" END DESC, "from" LIMIT 1
  ) s ON true`

export const listOffices = (tx: Queryable, today: string): Promise<OfficeRow[]> =>
  tx.query<OfficeRow>('offices-list', `SELECT ${columns} FROM office o ${named} ORDER BY s.name, o.id`, [today])

export const readOffice = async (tx: Queryable, id: string, today: string): Promise<OfficeDetails | null> => {
  const rows = await tx.query<OfficeDetails>(
    'office-read',
    `SELECT ${columns}, o.source, o.note, o.address, o.place FROM office o ${named} WHERE o.id = $2`,
    [today, id],
  )
  return rows[0] ?? null
}

/** Names, parents and fields of an office, oldest first. */
export const readSpans = (tx: Queryable, officeId: string): Promise<OfficeSpan[]> =>
  tx.query<OfficeSpan>(
    'office-spans',
    `SELECT name, short_name AS "shortName", parent_id AS parent, urusan, "from", "to" FROM office_span
     WHERE office_id = $1 ORDER BY "from"`,
    [officeId],
  )

/** Who stood under whom, when, over all offices. */
export const readParents = (
  tx: Queryable,
): Promise<{ office: string; parent: string | null; from: string; to: string | null }[]> =>
  tx.query(
    'office-parents',
    `SELECT office_id AS office, parent_id AS parent, "from", "to" FROM office_span ORDER BY office_id, "from"`,
  )

/** Changes of the tree wait for each other: two that are each fine alone could close a circle together. */
export const lockOffices = async (tx: Queryable): Promise<void> => {
  await tx.query('offices-lock', `SELECT pg_advisory_xact_lock(hashtext('office tree'))`)
}

export const addOffice = async (
  tx: Queryable,
  office: { kind: string; code: string | null; note: string },
): Promise<string> => {
  const id = v7()
  await tx.query(
    'office-add',
    `INSERT INTO office (id, kind, code, confidence, note, path) VALUES ($1, $2, $3, 'verified', $4, '{}')`,
    [id, office.kind, office.code, office.note],
  )
  return id
}

export const readLetterhead = async (tx: Queryable, id: string): Promise<Letterhead | null> =>
  (await tx.query<Letterhead>('office-letterhead-read', 'SELECT address, place FROM office WHERE id = $1', [id]))[0] ??
  null

/** False where there is no such office. */
export const putLetterhead = async (tx: Queryable, id: string, { address, place }: Letterhead): Promise<boolean> => {
  const found = await tx.query(
    'office-letterhead',
    'UPDATE office SET address = $2, place = $3 WHERE id = $1 RETURNING id',
    [id, address, place],
  )
  return found.length > 0
}

/** Puts the spans of an office in place of those it had. */
export const putSpans = async (tx: Queryable, officeId: string, spans: OfficeSpan[]): Promise<void> => {
  await tx.query('office-spans-clear', 'DELETE FROM office_span WHERE office_id = $1', [officeId])
  for (const { name, shortName, parent, urusan, from, to } of spans) {
    await tx.query(
      'office-span-add',
      `INSERT INTO office_span (id, office_id, name, short_name, parent_id, urusan, "from", "to")
       VALUES ($1, $2, $3, $4, $5, $6, $7::date, $8::date)`,
      [v7(), officeId, name, shortName, parent, urusan, from, to],
    )
  }
}

/** Names of units below an office that go on after a day; the first five. */
export const unitsBelow = async (tx: Queryable, id: string, to: string): Promise<string[]> =>
  (
    await tx.query<{ name: string }>(
      'office-units-below',
      `SELECT DISTINCT name FROM office_span WHERE parent_id = $1 AND ("to" IS NULL OR "to" > $2::date) ORDER BY name LIMIT 5`,
      [id, to],
    )
  ).map(({ name }) => name)

/** What an office has begun and not finished. */
export const unfinishedReports = (tx: Queryable, id: string): Promise<{ form: FormId; period: PeriodKey }[]> =>
  tx.query(
    'office-unfinished',
    `SELECT form, period FROM submission WHERE office_id = $1 AND status <> 'approved' ORDER BY period, form`,
    [id],
  )

/** Names of some offices as of today, whichever of the ids are offices. */
export const officeNames = (tx: Queryable, ids: string[]): Promise<{ id: string; name: string; shortName: string }[]> =>
  tx.query(
    'office-names',
    `SELECT id, name, short_name AS "shortName" FROM office_now WHERE id = ANY ($1::uuid[]) ORDER BY name`,
    [ids],
  )

/** Brings the path of each office, by which rights reach the units below it, up to the region's today. */
export const refreshOfficePaths = async (tx: Queryable): Promise<void> => {
  await tx.query('office-paths', 'SELECT refresh_office_path()')
}
