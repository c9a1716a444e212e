import {
  addObligations,
  loadPlan,
  lockObligation,
  lockPlan,
  owedInYear,
  type Queryable,
  reader,
  removeObligation,
  written,
} from '@sepakat/db'
import { type ComparedObligation, compareObligations, officesOutsideWaves, reportTypeOf } from '@sepakat/rules'
import { requireReportTypes } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { extend } from './extend.ts'
import { remind } from './remind.ts'

const obligationView = (o: ComparedObligation) => ({
  obligation: o.id,
  office: { id: o.officeId, name: o.office },
  form: o.form,
  period: o.period,
  dueAt: o.dueAt.toISOString(),
  expectedAt: o.expectedAt?.toISOString() ?? null,
  extended: o.extended,
  rows: o.rows,
  begun: o.begun,
  state: o.state,
})

const count = (all: ComparedObligation[], state: ComparedObligation['state']): number =>
  all.filter(o => o.state === state).length

/** What the plan of a year asks for, beside what is owed already. */
const preview = async (
  tx: Queryable,
  { body: { year }, actor: { reportTypes } }: Context<'POST /obligations/preview'>,
) => {
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

/** Makes what the plan of a year asks for and is not owed yet. */
const generate = async (tx: Queryable, { body: { year }, actor }: Context<'POST /obligations'>) => {
  await lockPlan(tx)
  const all = compareObligations(await loadPlan(tx, year), await owedInYear(tx, year), actor.reportTypes)
  const fresh = all.filter(({ state }) => state === 'new')
  const obligations = await addObligations(tx, fresh)
  const counts = { added: fresh.length, existing: all.filter(({ state }) => state === 'exists').length }
  const data = { year, ...counts, obligations }
  return written(counts, { stream: 'rights', type: 'obligations.generated', data })
}

/** Removes an obligation without a report. @throws not-found, no-right, in-use */
const remove = async (tx: Queryable, { params: { id }, actor }: Context<'DELETE /obligations/:id'>) => {
  const found = await lockObligation(tx, id)
  if (found === null) throw problem('not-found')
  const { begun, officeId: office, form, period } = found
  requireReportTypes(actor, [reportTypeOf(form)])
  if (begun)
    throw problem('in-use', { detail: 'Laporan untuk kewajiban ini sudah dimulai, jadi kewajibannya tetap ada.' })
  await removeObligation(tx, id)
  const data = { obligation: id, office, form, period }
  return written(null, { stream: 'rights', type: 'obligation.removed', data })
}

export const obligationPlanHandlers = handlers({
  'POST /obligations/preview': asked => preview(reader(asked.db), asked),
  'POST /obligations': asked => asked.write(tx => generate(tx, asked)),
  'DELETE /obligations/:id': asked => asked.write(tx => remove(tx, asked)),
  'POST /obligations/:id/extension': asked => asked.write(tx => extend(tx, asked)),
  'POST /obligations/:id/reminders': asked => asked.write(tx => remind(tx, asked)),
})
