import type { Proof } from '../evidence/proof.ts'
import { execute } from '../stages/execute.ts'

const usualKills = 25

/** As `npm test` does with two: workers that send messages are killed so many times between an answer and its note. */
export const proveWebhooks: Proof['prove'] = async ({ rounds = usualKills }) => {
  const test = 'apps/api/test/proofs/killedWebhooks.test.ts'
  const { code } = await execute(['node_modules/vitest/vitest.mjs', 'run', '--project', 'api', test], {
    env: { WEBHOOK_KILLS: String(rounds) },
  })
  const report = `${rounds} workers killed between the receiver's answer and its note, four messages a worker: all arrived, at most one copy more a kill.`
  return code === 0 ? { passed: 1, failed: 0, report } : { passed: 0, failed: 1, report: `${test} failed` }
}
