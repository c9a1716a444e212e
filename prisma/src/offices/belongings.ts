import {
  type Belongings,
  type FormId,
  formTitle,
  kinds,
  type OwnAssignment,
  type OwnReport,
  periodTitle,
  rowsOf,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { newestVersion, publishedForm } from '../forms/published-form.ts'

/** What an office has, and what people call it, by id. */
export interface NamedBelongings extends Belongings {
  names: Map<string, string>
}
interface Named {
  id: string
  name: string
}

const isFrozen = `bool_or(origin = 'archive' OR status = 'approved' OR latest_revision IS NOT NULL)`

const reportsSql = `SELECT COALESCE(b.id::text, s.id) AS id, COALESCE(b.form, s.form) AS form, COALESCE(b.period, s.period) AS period,
    s.id IS NOT NULL AS begun, COALESCE(s.frozen, false) AS frozen
  FROM (SELECT * FROM obligation WHERE office_id = $1) b
  FULL JOIN (SELECT form, period, min(id::text) AS id, ${isFrozen} AS frozen
             FROM submission WHERE office_id = $1 GROUP BY form, period) s ON s.form = b.form AND s.period = b.period
  ORDER BY 3, 2`

const owedSql = `SELECT office_id::text AS office, form, period, COALESCE(s.frozen, false) AS frozen
  FROM (SELECT office_id, form, period FROM obligation WHERE office_id = ANY ($1::uuid[])) b
  FULL JOIN (SELECT office_id, form, period, ${isFrozen} AS frozen
             FROM submission WHERE office_id = ANY ($1::uuid[]) GROUP BY office_id, form, period) s USING (office_id, form, period)`

/** Reads what a merge or split of an office could move on a day; `lock` keeps its reports as they are to the end of the transaction. */
export const readBelongings = async (
  tx: Queryable,
  { office, successors, date }: { office: string; successors: string[]; date: string },
  { lock }: { lock: boolean },
): Promise<NamedBelongings> => {
  if (lock) await lockReports(tx, [office, ...successors])
  const others = successors.filter(id => id !== office)
  const named = (name: string, sql: string): Promise<Named[]> => tx.query<Named>(name, sql, [office, date])
  const reports = await tx.query<OwnReport>('belongings-reports', reportsSql, [office])
  const owed = await tx.query<Belongings['owed'][number]>('belongings-owed', owedSql, [others])
  const assignments = await tx.query<OwnAssignment>(
    'belongings-assignments',
    `SELECT id, form, "row", from_year AS "fromYear", to_year AS "toYear" FROM row_assignment
     WHERE office_id = $1 ORDER BY form, "row", from_year`,
    [office],
  )
  const posts = await named(
    'belongings-posts',
    `SELECT t.id, p.name || COALESCE(', ' || NULLIF(t.title, ''), '') AS name FROM post t JOIN person p ON p.id = t.person_id
     WHERE $1::uuid = ANY (t.office_ids) AND (t."to" IS NULL OR t."to" >= $2::date) ORDER BY p.name, t.id`,
  )
  const keys = await named(
    'belongings-keys',
    `SELECT id, name FROM api_key WHERE $1::uuid = ANY (office_ids) AND revoked_at IS NULL AND expires_at >= $2::date ORDER BY name, id`,
  )
  const units = await named(
    'belongings-units',
    `SELECT DISTINCT n.id, n.name FROM office_now n JOIN office_span s ON s.office_id = n.id
     WHERE s.parent_id = $1 AND (s."to" IS NULL OR s."to" >= $2::date) ORDER BY n.name`,
  )
  const contributions = await tx.query<{ id: string; form: FormId; period: string }>(
    'belongings-contributions',
    `SELECT c.id, s.form, s.period FROM contribution c JOIN submission s ON s.id = c.submission_id
     WHERE c.office_id = $1 AND c.status = 'given' ORDER BY c.id`,
    [office],
  )
  const begins = await tx.query<{ office: string; day: string }>(
    'belongings-begins',
    `SELECT office_id::text AS office, min("from") AS day FROM office_span WHERE office_id = ANY ($1::uuid[]) GROUP BY office_id`,
    [others],
  )
  const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id)
  return {
    reports,
    owed,
    begins: Object.fromEntries(begins.map(b => [b.office, b.day])),
    assignments,
    posts: ids(posts),
    keys: ids(keys),
    units: ids(units),
    contributions: ids(contributions),
    names: new Map([
      ...[...posts, ...keys, ...units].map(({ id, name }) => [id, name] as const),
      ...contributions.map(c => [c.id, `${formTitle(c.form)}, ${periodTitle(c.period)}`] as const),
      ...(await rowNames(tx, assignments)),
    ]),
  }
}

/** As moves lock them: reports before obligations, each in the order of ids. */
const lockReports = async (tx: Queryable, offices: string[]): Promise<void> => {
  for (const table of ['submission', 'obligation'])
    await tx.query(
      `reorganisation-lock-${table}`,
      `SELECT id FROM ${table} WHERE office_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
      [offices],
    )
}

/** What the rows of assignments are called in the newest catalogue. */
const rowNames = async (tx: Queryable, assignments: OwnAssignment[]): Promise<[string, string][]> => {
  const named: [string, string][] = []
  for (const [form, own] of Map.groupBy(assignments, a => a.form)) {
    const version = kinds[form] === undefined ? null : await newestVersion(tx, form)
    const published = version === null ? null : await publishedForm(tx, form, version)
    for (const { id, row, fromYear } of own) {
      const rows = published ? rowsOf(published.catalogue, fromYear) : []
      named.push([id, row === '*' ? 'Seluruh formulir' : (rows.find(r => r.id === row)?.label ?? row)])
    }
  }
  return named
}
