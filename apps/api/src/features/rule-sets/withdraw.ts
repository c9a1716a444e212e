import { type Queryable, withdrawRuleSet, written } from '@sepakat/db'
import { lacking } from '#http/lacking.ts'
import type { Context } from '#http/route.ts'
import { openProposal } from './openProposal.ts'
import { viewRuleSet } from './view.ts'

type Asked = Pick<Context<'POST /rule-sets/:id/withdraw'>, 'params' | 'actor'>

/** @throws not-found, exists; needs-unmet where another than who asks proposed it */
export const withdraw = async (tx: Queryable, { params: { id }, actor }: Asked) => {
  const { own, year } = await openProposal(tx, id, actor)
  if (!own) throw lacking('same-person', 'Usulan aturan penghitungan ditarik kembali oleh pengusulnya.')
  await withdrawRuleSet(tx, id)
  const data = { ruleSet: id, year }
  return written(await viewRuleSet(tx, id), {
    stream: 'rights',
    type: 'ruleset.withdrawn',
    data,
    binds: { ruleset: [id] },
  })
}
