import type { Belongings, FormId, OwnAssignment, OwnReport, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { dateOf, dayOf } from '../days.ts'
import { col, rowOf, statement } from '../statement.ts'
import { typed } from '../typed.ts'

interface Named {
  id: string
  name: string
}
/** What an office has and its successors owe, as far as it is one of `Belongings`, with the names of people, keys and units. */
export interface OfficeRecords extends Pick<Belongings, 'reports' | 'owed' | 'begins' | 'assignments'> {
  posts: Named[]
  keys: Named[]
  units: Named[]
  contributions: { id: string; form: FormId; period: PeriodKey }[]
}

interface Wish {
  office: string
  successors: string[]
  date: string
}

const isFrozen = `bool_or(origin = 'archive' OR status = 'approved' OR latest_revision IS NOT NULL)`

// By SQL: what is owed and what is reported are joined from both sides.
const belongingsReports = statement(
  'belongings-reports',
  `SELECT COALESCE(b.id::text, s.id) AS id, COALESCE(b.form, s.form) AS form, COALESCE(b.period, s.period) AS period,
     s.id IS NOT NULL AS begun, COALESCE(s.frozen, false) AS frozen
   FROM (SELECT * FROM obligation WHERE office_id = $1) b
   FULL JOIN (SELECT form, period, min(id::text) AS id, ${isFrozen} AS frozen
              FROM submission WHERE office_id = $1 GROUP BY form, period) s ON s.form = b.form AND s.period = b.period
   ORDER BY 3, 2`,
  rowOf<OwnReport>({
    id: col.text.notNull('coalesced'),
    form: col.text.notNull('coalesced'),
    period: col.text.notNull('coalesced'),
    begun: col.bool.notNull('a test for null'),
    frozen: col.bool.notNull('coalesced'),
  }),
)
const belongingsOwed = statement(
  'belongings-owed',
  `SELECT office_id::text AS office, form, period, COALESCE(s.frozen, false) AS frozen
   FROM (SELECT office_id, form, period FROM obligation WHERE office_id = ANY ($1::uuid[])) b
   FULL JOIN (SELECT office_id, form, period, ${isFrozen} AS frozen
              FROM submission WHERE office_id = ANY ($1::uuid[]) GROUP BY office_id, form, period) s USING (office_id, form, period)`,
  rowOf<Belongings['owed'][number]>({
    office: col.text.notNull('of NOT NULL columns'),
    form: col.text.notNull('both have it'),
    period: col.text.notNull('both have it'),
    frozen: col.bool.notNull('coalesced'),
  }),
)
// By SQL: names of today are a view.
const belongingsUnits = statement(
  'belongings-units',
  `SELECT DISTINCT n.id, n.name FROM office_now n JOIN office_span s ON s.office_id = n.id
   WHERE s.parent_id = $1 AND (s."to" IS NULL OR s."to" >= $2::date) ORDER BY n.name`,
  { id: col.uuid.notNull('a key'), name: col.text.notNull('an office has a name') },
)

const assignmentsOf = async (tx: Queryable, officeId: string): Promise<OwnAssignment[]> => {
  const assignments = await tx.prisma.rowAssignment.findMany({
    where: { officeId },
    select: { id: true, form: true, row: true, fromYear: true, toYear: true },
    orderBy: [{ form: 'asc' }, { row: 'asc' }, { fromYear: 'asc' }],
  })
  return assignments.map(typed.rowAssignment)
}

const postsOf = async (tx: Queryable, office: string, day: Date): Promise<Named[]> => {
  const posts = await tx.prisma.post.findMany({
    where: { officeIds: { has: office }, OR: [{ to: null }, { to: { gte: day } }] },
    select: { id: true, title: true, person: { select: { name: true } } },
    orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
  })
  return posts.map(({ id, title, person }) => ({ id, name: title === '' ? person.name : `${person.name}, ${title}` }))
}

const contributionsOf = async (tx: Queryable, officeId: string): Promise<OfficeRecords['contributions']> => {
  const contributions = await tx.prisma.contribution.findMany({
    where: { officeId, status: 'given' },
    select: { id: true, submission: { select: { form: true, period: true } } },
    orderBy: { id: 'asc' },
  })
  return contributions.map(({ id, submission }) => ({ id, ...typed.submission(submission) }))
}

/** What a merge or split of an office could move on a day. */
export const readBelongings = async (tx: Queryable, { office, successors, date }: Wish): Promise<OfficeRecords> => {
  const others = successors.filter(id => id !== office)
  const day = dateOf(date)
  const begins = await tx.prisma.officeSpan.groupBy({
    by: ['officeId'],
    where: { officeId: { in: others } },
    _min: { from: true },
  })
  return {
    reports: await tx.query(belongingsReports, [office]),
    owed: await tx.query(belongingsOwed, [others]),
    begins: Object.fromEntries(begins.map(({ officeId, _min }) => [officeId, dayOf(_min.from!)])),
    assignments: await assignmentsOf(tx, office),
    posts: await postsOf(tx, office, day),
    keys: await tx.prisma.apiKey.findMany({
      where: { officeIds: { has: office }, revokedAt: null, expiresAt: { gte: day } },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    units: await tx.query(belongingsUnits, [office, date]),
    contributions: await contributionsOf(tx, office),
  }
}

const locks = ['submission', 'obligation'].map(table =>
  statement(
    `reorganisation-lock-${table}`,
    `SELECT id FROM ${table} WHERE office_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
    { id: col.uuid },
  ),
)

/** Keeps the reports of offices as they are, as moves lock them: reports before obligations, each in the order of ids. */
export const lockReports = async (tx: Queryable, offices: string[]): Promise<void> => {
  for (const lock of locks) await tx.query(lock, [offices])
}
