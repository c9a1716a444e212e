import { openDatabase } from '@sepakat/db'
import type { Answers, Catalogue } from '@sepakat/rules'
import { signInNew } from '../bench/buildCast.ts'
import { assignWhole, prepareObligations } from '../bench/fill.ts'
import type { Ground } from '../bench/ground.ts'

const form = 'sakip/evaluasi'

/** What an office assesses itself by, what it answers, who evaluates it, and who reopens what was approved. */
export interface Evaluations {
  obligations: string[]
  answers: Answers
  evaluator: string
  coordinator: string
}

/** So many evaluations that offices owe, each of an office of its own. */
export const prepareEvaluations = async (ground: Ground, count: number): Promise<Evaluations> => {
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
