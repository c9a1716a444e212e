import {
  asksForOffices,
  type FormId,
  kinds,
  type Option,
  type PeriodKey,
  parsePeriod,
  periodEnd,
  type RowId,
  type RuleSet,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { spanOfDay } from '../offices/officeName.ts'
import { listOffices } from '../offices/offices.ts'
import { defaultSettings } from '../settings/defaultSettings.ts'
import { col, rowOf, statement } from '../statement.ts'
import { approvedRules, ruleSetOfYear } from './ruleSets.ts'

/** What a form of an office and a period is built from in addition to its kind, its catalogue and its sources. */
export interface FormBasis {
  /** By the name of the period's last day. */
  office: { id: string; name: string }
  rows: RowId[] | '*'
  rules: RuleSet
  plan: { from: number; to: number }
  settings: { signing: boolean; secondReview: boolean }
  /** Of a form that asks for offices: those of the region. */
  offices?: Option[]
}

interface Row {
  name: string | null
  rows: RowId[]
  ruleSet: string | null
  plan: FormBasis['plan'] | null
  settings: FormBasis['settings'] | null
}

/** The root rows assigned to an office in the year of a period. SQL for a scalar subquery. */
export const assignedRows = (office: string, form: string, year: string): string => `ARRAY(
  SELECT a."row" FROM row_assignment a WHERE a.office_id = ${office} AND a.form = ${form}
    AND a.from_year <= ${year} AND (a.to_year IS NULL OR a.to_year >= ${year}) ORDER BY a."row")`

/** `*`: the office files the form whole. */
export const rowsInScope = (assigned: RowId[]): RowId[] | '*' => (assigned.includes('*') ? '*' : assigned)

const formBasis = statement(
  'form-basis',
  `SELECT (SELECT n.name FROM office_span n WHERE n.office_id = $1 ${spanOfDay('$4::date')}) AS name,
          ${assignedRows('$1', '$2', '$3')} AS rows, ${ruleSetOfYear('$3')} AS "ruleSet",
          (SELECT value FROM setting WHERE key = 'plan') AS plan,
          (SELECT value -> split_part($2, '/', 1) FROM setting WHERE key = 'moves') AS settings`,
  rowOf<Row>({
    name: col.text.orNull,
    rows: col.texts.notNull('a test for null'),
    ruleSet: col.text.orNull,
    plan: col.jsonb.orNull,
    settings: col.jsonb.orNull,
  }),
)

/** @throws where no rule set was ever approved: a database without its reference data */
export const loadBasis = async (
  tx: Queryable,
  { office, form, period, plan }: { office: string; form: FormId; period: PeriodKey; plan?: FormBasis['plan'] | null },
): Promise<FormBasis> => {
  const [row] = await tx.query(formBasis, [office, form, parsePeriod(period).year, periodEnd(period)])
  const kind = kinds[form]
  const rules = await approvedRules(tx, row?.ruleSet)
  return {
    office: { id: office, name: row?.name ?? '' },
    rows: rowsInScope(row?.rows ?? []),
    rules,
    plan: plan ?? row?.plan ?? defaultSettings.plan,
    settings: row?.settings ?? { signing: false, secondReview: false },
    ...(kind && asksForOffices(kind) && { offices: await officesOn(tx, periodEnd(period)) }),
  }
}

const officesOn = async (tx: Queryable, day: string): Promise<Option[]> =>
  (await listOffices(tx, day)).map(({ id, name }) => ({ id, label: name }))

const officePath = statement('office-path', `SELECT path::text[] AS path FROM office WHERE id = $1`, {
  path: col.texts.notNull('of NOT NULL columns'),
})

/** An office and all above it; null where there is no such office. */
export const officePathOf = async (tx: Queryable, office: string): Promise<string[] | null> =>
  (await tx.query(officePath, [office]))[0]?.path ?? null
