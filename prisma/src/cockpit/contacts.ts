import { type ReportType, type Role, titleOfPost } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { holdsToday } from '../people/holdsOn.ts'
import { col, rowOf, statement } from '../statement.ts'

/** Somebody who can be called about a report, at the post that makes it so. */
export interface Contact {
  post: string
  role: Role
  title: string
  name: string
  /** As it was entered. */
  phone: string | null
  reportTypes: ReportType[]
}
interface ContactRow extends Contact {
  acting: string | null
}
interface OfficeContactRow extends ContactRow {
  office: string
  /** Its post names the office itself, and not one above it. */
  own: boolean
}
interface ReviewerRow extends ContactRow {
  offices: string[]
  region: boolean
}

const person = `t.id AS post, t.role, t.title, t.acting, t.report_types AS "reportTypes", p.name, p.phone`
const columns = rowOf<ContactRow>({
  post: col.uuid,
  role: col.text,
  title: col.text,
  acting: col.text.orNull,
  reportTypes: col.texts.notNull('a list that may be empty'),
  name: col.text,
  phone: col.text.orNull,
})

// By SQL: offices are reached through those above them.
const officeContacts = statement(
  'contacts-of-offices',
  `SELECT o.id AS office, o.id = ANY (t.office_ids) AS own, ${person}
   FROM office o JOIN post t ON t.office_ids && o.path JOIN person p ON p.id = t.person_id
   WHERE o.id = ANY ($1::uuid[]) AND t.role IN ('operator', 'head') AND ${holdsToday('$2')}
   ORDER BY t.role DESC, p.name, t.id`,
  rowOf<OfficeContactRow>({ ...columns, office: col.uuid, own: col.bool.notNull('both are never null') }),
)

/** An office has few people; what names a whole region by mistake is not read through. */
const mostOfOffice = 6

/**
 * Operators and heads of these offices today, operators first. Where an office has none of its own, those of the office above it.
 */
export const contactsOfOffices = async (
  tx: Queryable,
  offices: Iterable<string>,
  today: string,
): Promise<Map<string, Contact[]>> => {
  const ids = [...new Set(offices)]
  const rows = ids.length === 0 ? [] : await tx.query(officeContacts, [ids, today])
  const byOffice = Map.groupBy(rows, ({ office }) => office)
  return new Map(
    [...byOffice].map(([office, all]) => {
      const own = all.filter(one => one.own)
      return [office, (own.length > 0 ? own : all).slice(0, mostOfOffice).map(contact)]
    }),
  )
}

const contact = ({ post, role, title, acting, name, phone, reportTypes }: ContactRow): Contact => ({
  ...{ post, role, name, phone, reportTypes },
  title: titleOfPost({ role, title, acting }),
})

const reviewers = statement(
  'contacts-of-reviewers',
  `SELECT ${person}, t.office_ids AS offices, t.region FROM post t JOIN person p ON p.id = t.person_id
   WHERE t.role IN ('verifier', 'evaluator') AND ${holdsToday('$1')} ORDER BY p.name, t.id LIMIT 200`,
  rowOf<ReviewerRow>({ ...columns, offices: col.uuids.notNull('a list that may be empty'), region: col.bool }),
)

/** Who reviews today, with how far. */
export const readReviewers = async (
  tx: Queryable,
  today: string,
): Promise<(Contact & { offices: string[] | null })[]> =>
  (await tx.query(reviewers, [today])).map(row => ({ ...contact(row), offices: row.region ? null : row.offices }))
