import {
  addRuleSet,
  approveRuleSet,
  approversOn,
  areOneMaking,
  enqueue,
  lastRuleSet,
  listRuleSets,
  lockRuleSets,
  type Proposal,
  type Queryable,
  reader,
  readProposal,
  ruleSetById,
  rulesOfYear,
  type Transaction,
  withdrawRuleSet,
  written,
} from '@sepakat/db'
import { typesThatDiffer } from '@sepakat/rules'
import { type Acting, requireReportTypes } from '#http/auth/acting.ts'
import { lacking } from '#http/lacking.ts'
import { mergeRules } from '#http/mergeRules.ts'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { effects } from './effects.ts'
import { ruleSetView, viewRuleSet } from './view.ts'

/** A proposal that can still be decided about, locked. `own`: who asks proposed it, at whatever post. @throws not-found, exists */
const openProposal = async (
  tx: Queryable,
  id: string,
  { person }: Pick<Acting, 'person'>,
): Promise<Proposal & { own: boolean }> => {
  await lockRuleSets(tx)
  const proposal = await readProposal(tx, id)
  if (proposal === null) throw problem('not-found')
  if (proposal.status === 'approved') throw problem('exists', { detail: 'Aturan ini sudah disetujui.' })
  if (proposal.status === 'withdrawn') throw problem('exists', { detail: 'Usulan ini sudah ditarik kembali.' })
  return { ...proposal, own: proposal.proposer === person.id }
}

/** Keeps a proposal under the next number of its year; it counts nowhere until it is approved. @throws invalid, no-right */
const propose = async (
  tx: Queryable,
  { body: { basedOn, year, note, change }, actor, now }: Context<'POST /rule-sets'>,
) => {
  const base = await ruleSetById(tx, basedOn)
  if (base === null) throw invalid('/basedOn', 'Aturan penghitungan ini tidak ada.')
  const merged = { ...mergeRules(base, change, 'change'), id: basedOn }
  requireReportTypes(actor, typesThatDiffer(merged, await rulesOfYear(tx, year)))
  await lockRuleSets(tx)
  const version = (await lastRuleSet(tx, year)) + 1
  const id = `${year}.${version}`
  await addRuleSet(tx, { id, year, version, body: { ...merged, id }, note, by: actor.id, at: now })
  const data = { ruleSet: id, basedOn, year, change: { ...change } }
  return written(await viewRuleSet(tx, id), {
    stream: 'rights',
    type: 'ruleset.proposed',
    data,
    binds: { ruleset: [id] },
  })
}

/** @throws not-found, exists, no-right; needs-unmet where who asks proposed it, or made or was made by who did */
const approve = async (tx: Transaction, { params: { id }, actor, now }: Context<'POST /rule-sets/:id/approve'>) => {
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

/** @throws not-found, exists; needs-unmet where another than who asks proposed it */
const withdraw = async (tx: Queryable, { params: { id }, actor }: Context<'POST /rule-sets/:id/withdraw'>) => {
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

export const ruleSetHandlers = handlers({
  'GET /rule-sets': async ({ db, today }) => {
    const tx = reader(db)
    return { items: (await listRuleSets(tx)).map(ruleSetView), approvers: await approversOn(tx, today) }
  },
  'POST /rule-sets': asked => asked.write(tx => propose(tx, asked)),
  'GET /rule-sets/:id/effects': asked => effects(reader(asked.db), asked),
  'POST /rule-sets/:id/approve': asked => asked.write(tx => approve(tx, asked)),
  'POST /rule-sets/:id/withdraw': asked => asked.write(tx => withdraw(tx, asked)),
})
