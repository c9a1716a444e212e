import { approversOn, listRuleSets, reader } from '@sepakat/db'
import { handlers } from '#http/route.ts'
import { approve } from './approve.ts'
import { effects } from './effects.ts'
import { propose } from './propose.ts'
import { ruleSetView } from './view.ts'
import { withdraw } from './withdraw.ts'

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
