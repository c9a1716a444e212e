import { addObligations, loadPlan, lockPlan, owedInYear, type Queryable, written } from '@sepakat/db'
import { compareObligations } from '@sepakat/rules'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'POST /obligations'>, 'body' | 'actor'>

/** Makes what the plan of a year asks for and is not owed yet. */
export const generate = async (tx: Queryable, { body: { year }, actor }: Asked) => {
  await lockPlan(tx)
  const all = compareObligations(await loadPlan(tx, year), await owedInYear(tx, year), actor.reportTypes)
  const fresh = all.filter(({ state }) => state === 'new')
  const obligations = await addObligations(tx, fresh)
  const counts = { added: fresh.length, existing: all.filter(({ state }) => state === 'exists').length }
  const data = { year, ...counts, obligations }
  return written(counts, { stream: 'rights', type: 'obligations.generated', data })
}
