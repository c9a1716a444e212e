import { addRuleSet, lastRuleSet, lockRuleSets, type Queryable, ruleSetById, rulesOfYear, written } from '@sepakat/db'
import { typesThatDiffer } from '@sepakat/rules'
import { requireReportTypes } from '#http/auth/acting.ts'
import { mergeRules } from '#http/mergeRules.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { viewRuleSet } from './view.ts'

type Asked = Pick<Context<'POST /rule-sets'>, 'body' | 'actor' | 'now'>

/** Keeps a proposal under the next number of its year; it counts nowhere until it is approved. @throws invalid, no-right */
export const propose = async (tx: Queryable, { body: { basedOn, year, note, change }, actor, now }: Asked) => {
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
