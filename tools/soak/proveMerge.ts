import { openDatabase } from '@sepakat/db'
import type { Answers, Catalogue } from '@sepakat/rules'
import { signInNew } from '../bench/buildCast.ts'
import { assignWhole, fillOffices, prepareObligations } from '../bench/fill.ts'
import { type Ground, openGround } from '../bench/ground.ts'
import { makeSamples, service } from '../bench/sample.ts'
import type { Proof } from '../evidence/proof.ts'
import { readCounts } from '../stages/counts.ts'
import { execute } from '../stages/execute.ts'
import { audit } from './audit.ts'

const form = 'sakip/evaluasi'

/** What an office assesses itself by, what it answers, who evaluates it, and who reopens what was approved. */
interface Evaluations {
  obligations: string[]
  answers: Answers
  evaluator: string
  coordinator: string
}

/** So many evaluations that offices owe, each of an office of its own. */
const prepareEvaluations = async (ground: Ground, count: number): Promise<Evaluations> => {
  const { filling, env, cast, origin } = ground
  await assignWhole(filling, form)
  const obligations = await prepareObligations(filling, count, { form, part: '' })
  const asked = await fetch(`${origin}/api/v1/forms/${form}`, { headers: { cookie: cast.operators[0] ?? '' } })
  const { catalogue } = (await asked.json()) as { catalogue: Catalogue }
  const criteria = catalogue.rows.filter(({ table }) => table === 'criteria')
  const met = { met: true, 'why-met-without-evidence': 'Ada di kantor.' }
  const db = openDatabase({ url: env.DATABASE_APP_URL ?? '', max: 1 })
  const signIn = (role: 'evaluator' | 'coordinator') => signInNew(db, filling, { role, reportTypes: ['sakip'] })
  try {
    return {
      obligations,
      answers: { criteria: Object.fromEntries(criteria.map(({ id }) => [id, met])) },
      evaluator: await signIn('evaluator'),
      coordinator: await signIn('coordinator'),
    }
  } finally {
    await db.close()
  }
}

/** Reports, each with an interleaving of its own; twenty-four are under way at once. */
const reports = { short: 24, long: 600 }
/** Beside so many of those, one of an evaluator. */
const perEvaluation = 4
const program = 'apps/web/test/proofs/merge/main.ts'

/** The devices are those of the web, so the simulation is there; the API and its database are started here. */
export const proveMerge: Proof['prove'] = async ({ short, seed, rounds }) => {
  const ground = await openGround({ apis: 2 })
  try {
    await fillOffices(ground.filling, service)
    const { answers } = await makeSamples(ground)
    const count = rounds === undefined ? reports[short ? 'short' : 'long'] : rounds * reports.short
    const obligations = await prepareObligations(ground.filling, count)
    const evaluated = await prepareEvaluations(ground, Math.ceil(count / perEvaluation))
    const { operators, verifiers, coordinator } = ground.cast
    const { origin, origins } = ground
    const given = { origin, origins, operators, verifier: verifiers[0], coordinator, answers, obligations, evaluated }
    const { code, said } = await execute([program, `--seed=${seed}`], { env: { GROUND: JSON.stringify(given) } })
    const { passed, failed } = readCounts(said, code)
    const found = await audit(ground.env)
    const report = said.trimEnd().replace(/\n?\d+ passed, \d+ failed$/, '')
    return {
      passed: passed + (found.whole ? 1 : 0),
      failed: failed + (found.whole ? 0 : 1),
      report: `${count} reports over two API processes on one PostgreSQL, each with a random interleaving of two devices (the outbox and the form's store of the web,
each over what lasts on the device and a line of its own), two persons, a third who hands in, a verifier and a coordinator: typing, clearing, rows added, moved, removed,
undo and redo, conflicts decided each way, no line, requests cut, answered to nobody, heard twice or late, pages that die and start again, reports handed in, withdrawn,
claimed, returned in whole or in part, approved, reopened, notes and files hung on rows. ${evaluated.obligations.length} more are evaluations: two devices of one evaluator do the
same with grades, ticks and recommendations, which go a way of their own, while the office takes the report back, gets it and hands it in again. At the
end of each: every change that was on a device is in history, needs its person in the tray, or was replaced by the person; none is there twice; nobody overwrote
what he or she did not know; what hung on a row hangs there; and when all is decided both
devices show what the server has. ${found.whole ? 'audit:verify finds everything whole.' : `NOT: audit:verify: ${found.said}`}

${report.trim()}`,
    }
  } finally {
    await ground.close()
  }
}
