import {
  type Catalogue,
  type CountedFigure,
  type FormId,
  type PeriodKey,
  periodYear,
  type RowId,
  type RuleSet,
  rowsOf,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { newestVersion, publishedForm } from '../forms/published-form.ts'
import { rulesOfYear } from '../forms/rule-sets.ts'
import { type RowOwner, rowOwners } from '../plan/row-owners.ts'
import { countedFigures } from './list-figures.ts'

/** What the recap of a form and period is made from: the newest catalogue, the rules of its year, who owes what, what counts. */
export interface LoadedRecap {
  catalogue: Catalogue
  rules: RuleSet
  /** By root row of the year, `*` where it is filed whole: the offices that owe it. */
  offices: Map<RowId, RowOwner[]>
  counted: CountedFigure[]
}

/** Null where the form was never published. */
export const loadRecap = async (
  tx: Queryable,
  ask: { form: FormId; period: PeriodKey; provisional: boolean },
): Promise<LoadedRecap | null> => {
  const version = await newestVersion(tx, ask.form)
  const published = version === null ? null : await publishedForm(tx, ask.form, version)
  if (published === null) return null
  const { catalogue } = published
  const year = periodYear(ask.period)
  const owners = await rowOwners(tx, ask.form, year)
  const roots = rowsOf(catalogue, year).flatMap(({ id, parent }) => (parent === undefined ? [id] : []))
  const ofRow = (id: RowId) => owners.filter(({ row }) => row === id || row === '*')
  const figures = await countedFigures(tx, ask)
  return {
    catalogue,
    rules: await rulesOfYear(tx, year),
    offices: new Map([...roots, '*'].map(id => [id, [...new Map(ofRow(id).map(owner => [owner.id, owner])).values()]])),
    counted: figures.map(figure => ({ office: figure.officeId, standing: figure.standing, figure })),
  }
}
