import { type CountedFigure, type FormId, kinds, type PeriodKey, type RowId, type RuleSet } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { askedItems } from '../forms/askedItems.ts'
import { loadNotUsing } from '../plan/loadNotUsing.ts'
import type { RowOwner } from '../plan/rowOwners.ts'
import { type FrozenNames, newestNames } from './frozenNames.ts'
import { figuresOfAll, loadCounted } from './loadCounted.ts'
import { type LoadedOwing, owingOffices } from './loadOwing.ts'
import type { OtherRules } from './otherRules.ts'

/** What the recap of a form and period is made from: the newest catalogue, the rules of its year, who owes what, what counts. */
export interface LoadedRecap extends LoadedOwing {
  rules: RuleSet
  counted: CountedFigure[]
  /** By office without a revision that counts, of those that can file: how many items its form asks for. */
  asked: Map<string, number>
  /** Those who owe something of it and cannot file yet. */
  notUsing: RowOwner[]
  /** Reports that count with figures of another rule set: those still to be computed, and those that cannot be. */
  otherRules: OtherRules[]
  /** The revisions that count. */
  reports: { office: string; submission: string; revision: number }[]
  /** What they call its rows, groups and figures. */
  names: FrozenNames
}

/** Those of a branch of the office tree alone: a row that others owe too is owed by the branch's own. */
const withinBranch = ({ catalogue, version, whole, ...all }: LoadedOwing, ids: ReadonlySet<string>): LoadedOwing => {
  const offices = new Map([...all.offices].map(([row, own]) => [row, own.filter(({ id }) => ids.has(id))]))
  const owners = new Map([...offices].map(([row, own]) => [row, own.map(({ id }) => id)]))
  return {
    catalogue,
    version,
    whole,
    offices,
    owners,
    rows: all.rows.filter(row => (owners.get(row) ?? []).length > 0),
  }
}

/** The root rows that each office owes, but of these offices. */
const rowsWithout = ({ offices }: LoadedOwing, without: ReadonlySet<string>): Map<string, RowId[] | '*'> => {
  const found = new Map<string, RowId[] | '*'>()
  for (const [row, own] of offices)
    for (const { id } of own) {
      if (without.has(id)) continue
      const rows = found.get(id)
      if (row === '*') found.set(id, '*')
      else if (rows === undefined) found.set(id, [row])
      else if (rows !== '*') rows.push(row)
    }
  return found
}

/** Of these offices alone, or of the region. Null where the form was never published. In one `snapshot`, so that figures, rules and what is pending are of the same moment. */
export const loadRecap = async (
  tx: Queryable,
  ask: { form: FormId; period: PeriodKey; provisional: boolean; offices?: ReadonlySet<string> },
): Promise<LoadedRecap | null> => {
  const { form, period, offices, provisional } = ask
  const periods = [period]
  const [[all], isNotUsing] = await Promise.all([
    loadCounted(tx, { form, periods, provisional }),
    loadNotUsing(tx, { forms: [form], periods }),
  ])
  if (all === undefined) return null
  const isOf = (office: string) => offices?.has(office) ?? true
  const owing = offices ? withinBranch(all, offices) : all
  const reports = all.revisions.filter(({ officeId }) => isOf(officeId))
  const notUsing = owingOffices(owing, ({ id }) => isNotUsing(id, form, period))
  const others = new Set([...reports.map(({ officeId }) => officeId), ...notUsing.map(({ id }) => id)])
  return {
    ...owing,
    rules: all.rules,
    reports: reports.map(({ officeId, submission, n }) => ({ office: officeId, submission, revision: n })),
    names: await newestNames(tx, form, reports),
    counted: figuresOfAll(reports),
    asked: await askedItems(tx, { kind: kinds[form]!, period, ...owing, rules: all.rules }, rowsWithout(owing, others)),
    otherRules: all.otherRules.filter(({ office }) => isOf(office.id)),
    notUsing,
  }
}
