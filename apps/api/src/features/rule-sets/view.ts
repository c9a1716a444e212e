import { listRuleSets, type Queryable, type RuleSetRow } from '@sepakat/db'

export const ruleSetView = ({ proposedAt, approvedAt, body, ...set }: RuleSetRow) => ({
  ...set,
  proposedAt: proposedAt.toISOString(),
  approvedAt: approvedAt?.toISOString() ?? null,
  body: { ...body },
})

/** One that there is. */
export const viewRuleSet = async (tx: Queryable, id: string) =>
  ruleSetView((await listRuleSets(tx)).find(set => set.id === id)!)
