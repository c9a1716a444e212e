import {
  appendEvent,
  approveRuleSet,
  approversOn,
  areOneMaking,
  enqueue,
  listRuleSets,
  lockProposal,
  type Proposal,
  proposeRuleSet,
  type Queryable,
  type RuleSetRow,
  reader,
  ruleSetById,
  ruleSetEffects,
  rulesOfYear,
  withdrawRuleSet,
} from '@sepakat/db'
import { reachOf, typesThatDiffer } from '@sepakat/rules'
import { requireReportTypes } from '../../http/acting.ts'
import { readCursor, writeCursor } from '../../http/cursor.ts'
import { mergeRules } from '../../http/merge-rules.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

const onWire = ({ proposedAt, approvedAt, body, ...set }: RuleSetRow) => ({
  ...set,
  proposedAt: proposedAt.toISOString(),
  approvedAt: approvedAt?.toISOString() ?? null,
  body: { ...body },
})

const readLine = async (tx: Queryable, id: string) => onWire((await listRuleSets(tx)).find(set => set.id === id)!)

/** A proposal that can still be decided about, locked. */
async function openProposal(tx: Queryable, id: string, person: string): Promise<Proposal> {
  const proposal = await lockProposal(tx, id, person)
  if (proposal === null) throw problem('not-found')
  if (proposal.status === 'approved') throw problem('exists', { detail: 'Aturan ini sudah disetujui.' })
  if (proposal.status === 'withdrawn') throw problem('exists', { detail: 'Usulan ini sudah ditarik kembali.' })
  return proposal
}

export const ruleSetHandlers = handlers({
  'GET /rule-sets': async ({ db, today }) => {
    const tx = reader(db)
    return { items: (await listRuleSets(tx)).map(onWire), approvers: await approversOn(tx, today) }
  },

  'POST /rule-sets': ({ body: { basedOn, year, note, change }, actor, write, now }) =>
    write(async tx => {
      const base = await ruleSetById(tx, basedOn)
      if (base === null) throw invalid('/basedOn', 'Aturan penghitungan ini tidak ada.')
      const merged = { ...mergeRules(base, change, 'change'), id: basedOn }
      requireReportTypes(actor, typesThatDiffer(merged, await rulesOfYear(tx, year)))
      const rules = (id: string) => ({ ...merged, id })
      const id = await proposeRuleSet(tx, { rules, year, note, by: actor.id, at: now })
      const data = { ruleSet: id, basedOn, year, change: { ...change } }
      await appendEvent(tx, {
        stream: 'rights',
        type: 'ruleset.proposed',
        actor: actor.id,
        at: now,
        data,
        binds: { ruleset: [id] },
      })
      return readLine(tx, id)
    }),

  'GET /rule-sets/:id/effects': async ({ params: { id }, query, actor, db, today }) => {
    const { reportTypes = null } = reachOf(actor.access, 'figure.read', today) ?? {}
    const after = query.cursor === undefined ? null : readCursor(query.cursor, 1)[0]!
    const tx = reader(db)
    const effects = await ruleSetEffects(tx, { id, reportTypes, after, limit: query.limit })
    if (effects === null) throw problem('not-found')
    return { items: effects.reports, checked: effects.checked, next: effects.next && writeCursor(effects.next) }
  },

  'POST /rule-sets/:id/approve': ({ params: { id }, actor, write, now }) =>
    write(async tx => {
      const proposal = await openProposal(tx, id, actor.person.id)
      requireReportTypes(actor, typesThatDiffer(proposal.body, await rulesOfYear(tx, proposal.year)))
      if (proposal.own) {
        const message = 'Aturan yang Anda usulkan sendiri disetujui oleh orang lain.'
        throw problem('needs-unmet', { detail: message, needs: [{ code: 'another-person', message }] })
      }
      const [, post = ''] = actor.id.split(':')
      const by = { person: actor.person.id, post, now }
      if (proposal.proposer !== null && (await areOneMaking(tx, { of: proposal.proposer, ...by }))) {
        const message =
          'Dalam 30 hari terakhir akun atau jabatan Anda ini dibuat oleh pengusulnya, atau akunnya oleh Anda, jadi orang lain yang menyetujui.'
        throw problem('needs-unmet', { detail: message, needs: [{ code: 'another-person', message }] })
      }
      await approveRuleSet(tx, id, { by: actor.id, at: now })
      await enqueue(tx, 'recompute', '', {})
      const data = { ruleSet: id, year: proposal.year }
      await appendEvent(tx, {
        stream: 'rights',
        type: 'ruleset.approved',
        actor: actor.id,
        at: now,
        data,
        binds: { ruleset: [id] },
      })
      return readLine(tx, id)
    }),

  'POST /rule-sets/:id/withdraw': ({ params: { id }, actor, write, now }) =>
    write(async tx => {
      const proposal = await openProposal(tx, id, actor.person.id)
      if (!proposal.own) {
        const message = 'Usulan aturan penghitungan ditarik kembali oleh pengusulnya.'
        throw problem('needs-unmet', { detail: message, needs: [{ code: 'same-person', message }] })
      }
      await withdrawRuleSet(tx, id)
      const data = { ruleSet: id, year: proposal.year }
      await appendEvent(tx, {
        stream: 'rights',
        type: 'ruleset.withdrawn',
        actor: actor.id,
        at: now,
        data,
        binds: { ruleset: [id] },
      })
      return readLine(tx, id)
    }),
})
