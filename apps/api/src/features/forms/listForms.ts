import { formHeads, reader } from '@sepakat/db'
import { byOrderOfWork, kinds } from '@sepakat/rules'
import type { Context } from '#http/route.ts'
import { formHeadView } from './view.ts'

/** The published forms, in the order of the work. Those whose kind is still to come are not offered. */
export const listForms = async ({ db }: Pick<Context<'GET /forms'>, 'db'>) => {
  const offered = (await formHeads(reader(db))).filter(({ form }) => kinds[form] !== undefined)
  const inOrder = offered.sort((a, b) => byOrderOfWork(kinds[a.form] ?? a, kinds[b.form] ?? b))
  return { items: inOrder.map(formHeadView) }
}
