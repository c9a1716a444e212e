import { approveRuleSet, areOneMaking, enqueue, rulesOfYear, type Transaction, written } from '@sepakat/db'
import { typesThatDiffer } from '@sepakat/rules'
import { requireReportTypes } from '#http/auth/acting.ts'
import { lacking } from '#http/lacking.ts'
import type { Context } from '#http/route.ts'
import { openProposal } from './openProposal.ts'
import { viewRuleSet } from './view.ts'

type Asked = Pick<Context<'POST /rule-sets/:id/approve'>, 'params' | 'actor' | 'now'>

/** @throws not-found, exists, no-right; needs-unmet where who asks proposed it, or made or was made by who did */
export const approve = async (tx: Transaction, { params: { id }, actor, now }: Asked) => {
  const { body, year, own, proposer } = await openProposal(tx, id, actor)
  requireReportTypes(actor, typesThatDiffer(body, await rulesOfYear(tx, year)))
  if (own) throw lacking('another-person', 'Aturan yang Anda usulkan sendiri disetujui oleh orang lain.')
  const [, post = ''] = actor.id.split(':')
  const by = { person: actor.person.id, post, now }
  if (proposer !== null && (await areOneMaking(tx, { of: proposer, ...by })))
    throw lacking(
      'another-person',
      'Dalam 30 hari terakhir akun atau jabatan Anda ini dibuat oleh pengusulnya, atau akunnya oleh Anda, jadi orang lain yang menyetujui.',
    )
  await approveRuleSet(tx, id, { by: actor.id, at: now })
  enqueue(tx, 'recompute', '', {})
  const data = { ruleSet: id, year }
  return written(await viewRuleSet(tx, id), {
    stream: 'rights',
    type: 'ruleset.approved',
    data,
    binds: { ruleset: [id] },
  })
}
