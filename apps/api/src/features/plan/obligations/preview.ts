import { type ComparedObligation, compareObligations, officesOutsideWaves, type Queryable } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { obligationView } from './view.ts'

type Asked = Pick<Context<'POST /obligations/preview'>, 'body' | 'actor'>

const count = (all: ComparedObligation[], state: ComparedObligation['state']): number =>
  all.filter(o => o.state === state).length

/** What the plan of a year asks for, beside what is owed already. */
export const preview = async (tx: Queryable, { body: { year }, actor: { reportTypes } }: Asked) => {
  const all = await compareObligations(tx, year, reportTypes)
  return {
    items: all.map(obligationView),
    added: count(all, 'new'),
    existing: count(all, 'exists'),
    orphans: count(all, 'orphan'),
    outside: await officesOutsideWaves(tx, year, reportTypes),
  }
}
