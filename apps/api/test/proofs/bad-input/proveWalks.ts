import { type FormId, kinds } from '@sepakat/rules'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { soon } from '#testing/filing.ts'
import type { Caller } from '#testing/testApi.ts'
import { upload } from '#testing/upload.ts'
import { answersTo, changesTo, kindForms } from './kindAnswers.ts'
import type { Ground } from './oneTry.ts'
import { hidden } from './shown.ts'

/** What is done to a report, by whom: whatever its status, whatever its answers say. */
type Step = (report: Walked) => ReturnType<Caller['call']>
interface Walked {
  id: string
  form: FormId
  by: Record<'operator' | 'reviewer' | 'coordinator', Caller>
}
interface Walk {
  form: FormId
  answers: unknown
  steps: Step[]
}

const move =
  (who: keyof Walked['by'], name: string, body: () => object = () => ({})): Step =>
  ({ id, by }) =>
    by[who].call('POST', `/submissions/${id}/${name}`, body())
const moves: Step[] = [
  move('operator', 'submit'),
  move('operator', 'submit'),
  move('operator', 'withdraw'),
  move('reviewer', 'claim'),
  move('reviewer', 'release'),
  move('reviewer', 'return', () => ({ dueAt: soon() })),
  move('reviewer', 'return', () => ({ dueAt: soon(), anchors: ['/recipients', '/indicators'] })),
  move('reviewer', 'approve'),
  move('coordinator', 'reopen', () => ({ reason: 'Ada data baru.', dueAt: soon() })),
  move('coordinator', 'unclaim', () => ({ reason: 'Pemeriksanya sakit.' })),
  move('reviewer', 'notes', () => ({ id: v7(), anchor: '', text: 'Mohon dicek.' })),
  ({ by, id }) => upload(by.operator, id, { fields: { anchor: '' } }),
  ({ by, id }) => by.reviewer.call('PUT', `/submissions/${id}/ticks`, { anchor: '/recipients/gepeng', ticked: true }),
]
const saving = (form: FormId, who: keyof Walked['by'], what: 'answers' | 'evaluation'): fc.Arbitrary<Step> =>
  changesTo(form).map(changes => {
    const fresh = () => changes.map(change => ({ ...(change as object), changeId: v7() }))
    return ({ by, id }) => by[who].call('PATCH', `/submissions/${id}/${what}`, { changes: fresh() })
  })
const stepOf = (form: FormId): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 3, arbitrary: saving(form, 'operator', 'answers') },
    {
      weight: kinds[form]?.reviewer === 'evaluator' ? 3 : 0,
      arbitrary: saving(form, 'reviewer', 'evaluation'),
    },
    {
      weight: 1,
      arbitrary: answersTo(form).map((answers): Step => {
        const body = (office: unknown, period: unknown) => ({ office, period, answers })
        return async ({ by, id }) => {
          const { office, period } = (await by.operator.call('GET', `/submissions/${id}`)).json()
          return by.operator.call('POST', `/forms/${form}/evaluate`, body(office.id, period))
        }
      }),
    },
    { weight: 5, arbitrary: fc.constantFrom(...moves) },
  )
const walkOf: fc.Arbitrary<Walk> = fc.constantFrom(...kindForms).chain(form =>
  fc.record({
    form: fc.constant(form),
    answers: fc.option(answersTo(form), { nil: undefined, freq: 1 }),
    steps: fc.array(stepOf(form), { minLength: 2, maxLength: 14 }),
  }),
)

const readings = ['', '/form', '/answers?revs=true', '/changes', '/revisions', '/notes', '/attachments', '/events']

/** Everything that is read of a report, by its office and by its reviewer. @returns what was an error of the server */
const broken = async ({ id, by }: Walked): Promise<string[]> => {
  const found: string[] = []
  for (const who of [by.operator, by.reviewer])
    for (const path of [
      ...readings.map(rest => `/submissions/${id}${rest}`),
      '/obligations',
      '/figures?provisional=true',
    ]) {
      const answer = await who.call('GET', path)
      if (answer.statusCode >= 500) found.push(`GET ${path}: ${answer.statusCode} ${answer.body}`)
    }
  return found
}

export interface WalkTally {
  walks: number
  /** Requests by status. */
  answers: Record<number, number>
  failure: string | null
}

/** Reports filled with answers that have a shape and no sense, and taken through moves in any order: all of it is answered and read. */
export const proveWalks = async (
  { world, watch }: Ground,
  { walks, seed }: { walks: number; seed: number },
): Promise<WalkTally> => {
  const { asker, office, free } = world
  const byOf = (form: FormId): Walked['by'] => ({
    operator: asker('operator own', ''),
    reviewer: asker(kinds[form]?.reviewer === 'evaluator' ? 'evaluator all' : 'verifier own', ''),
    coordinator: asker('coordinator all', ''),
  })
  const tally: WalkTally = { walks: 0, answers: {}, failure: null }
  const walk = async ({ form, answers, steps }: Walk): Promise<void> => {
    tally.walks++
    const by = byOf(form)
    const count = ({ statusCode }: { statusCode: number }) => {
      tally.answers[statusCode] = (tally.answers[statusCode] ?? 0) + 1
    }
    const about = { office, form, period: free[form] }
    const begun = await by.operator.call('POST', '/submissions', { ...about, answers })
    count(begun)
    if (begun.statusCode >= 500) throw new Error(`POST /submissions: ${begun.body}`)
    const { id } = (begun.statusCode === 201 ? begun : await by.operator.call('POST', '/submissions', about)).json()
    for (const [at, step] of steps.entries()) {
      await watch.changes()
      const answer = await step({ id, form, by })
      count(answer)
      if (answer.statusCode >= 500) throw new Error(`step ${at}: ${answer.body}`)
      const changes = await watch.changes()
      if (answer.statusCode >= 300 && changes.length > 0)
        throw new Error(`step ${at}: ${answer.statusCode}, yet written: ${changes.map(({ table }) => table)}`)
      const unseen = await hidden(world, changes)
      if (unseen.length > 0) throw new Error(`step ${at}: stored and not shown: ${unseen.join('; ')}`)
    }
    const found = await broken({ id, form, by })
    if (found.length > 0) throw new Error(found.join('\n'))
  }
  const property = fc.asyncProperty(walkOf, async given => {
    try {
      await walk(given)
    } finally {
      await watch.restore()
    }
  })
  const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: walks, seed })
  if (failed) tally.failure = `${errorInstance}\n${JSON.stringify(counterexample)}`
  return tally
}
