import { loadPlan, owedInYear, type Queryable } from '@sepakat/db'
import { type ComparedObligation, compareObligations, officesOutsideWaves } from '@sepakat/rules'
import type { Context } from '#http/route.ts'
import { obligationView } from './view.ts'

type Asked = Pick<Context<'POST /obligations/preview'>, 'body' | 'actor'>

const count = (all: ComparedObligation[], state: ComparedObligation['state']): number =>
  all.filter(o => o.state === state).length

/** What the plan of a year asks for, beside what is owed already. */
export const preview = async (tx: Queryable, { body: { year }, actor: { reportTypes } }: Asked) => {
  const plan = await loadPlan(tx, year)
  const all = compareObligations(plan, await owedInYear(tx, year), reportTypes)
  return {
    items: all.map(obligationView),
    added: count(all, 'new'),
    existing: count(all, 'exists'),
    orphans: count(all, 'orphan'),
    outside: officesOutsideWaves(plan, year, reportTypes),
  }
}
