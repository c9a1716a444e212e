import { v7 } from 'uuid'
import { fillOffices, prepareObligations } from '../bench/fill.ts'
import { type Ground, openGround } from '../bench/ground.ts'
import { makeSamples, service } from '../bench/sample.ts'
import type { Proof } from '../evidence/proof.ts'
import { audit } from './audit.ts'
import { type Answer, type Caller, type Cells, callerWith, type Saved } from './caller.ts'
import { type Checks, createChecks } from './checks.ts'

const clients = 8
const longRounds = 40
const cell = `/recipients/${service}/served`

/** Eight callers at once; with two API processes every other one asks the second. */
const callersOf = ({ origins, origin }: Ground, cookies: string[], processes: number): Caller[] =>
  Array.from({ length: clients }, (_, n) => callerWith(origins[n % processes]!, cookies[n]!, { from: origin }))

const outcomes = (answers: Answer<object>[]): string =>
  answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).join(', ')
const oneWon = <T>(checks: Checks, what: string, answers: Answer<T>[], won: (answer: Answer<T>) => boolean): void => {
  checks.check(`${what}: exactly one of eight wins`, answers.filter(won).length === 1, outcomes(answers))
  checks.check(
    'no race ends in a 5xx',
    answers.every(({ status }) => status < 500),
    outcomes(answers),
  )
}

/** One report from beginning to claim, each step asked for by eight at once. */
const raceThrough = async (checks: Checks, ground: Ground, processes: number, obligation: string, answers: object) => {
  const operators = callersOf(ground, ground.cast.operators, processes)
  const verifiers = callersOf(ground, ground.cast.verifiers, processes)
  const path = `/submissions/${obligation}`
  const at = <T>(callers: Caller[], ask: (caller: Caller, n: number) => Promise<Answer<T>>): Promise<Answer<T>[]> =>
    Promise.all(callers.map(ask))

  const begun = await at(operators, caller => caller<{ id: string }>('POST', '/submissions', { obligation, answers }))
  checks.check(
    'creating: eight at once get the one report',
    begun.every(({ status, body }) => status === 201 && body.id === obligation),
    outcomes(begun),
  )
  const { body } = await operators[0]!<{ revs: Cells<number> }>('GET', `${path}/answers?revs=true`)
  const base = Number(body.revs?.recipients?.[service]?.served)
  const saves = await at(operators, (caller, n) =>
    caller<Saved>('PATCH', `${path}/answers`, {
      changes: [{ changeId: v7(), op: 'set', pointer: cell, value: String(100 + n), base }],
    }),
  )
  oneWon(checks, 'saving one cell', saves, ({ body }) => body.results?.[0]?.result === 'applied')
  oneWon(
    checks,
    'handing in',
    await at(operators, caller => caller('POST', `${path}/submit`, {})),
    ({ status }) => status === 200,
  )
  oneWon(
    checks,
    'claiming',
    await at(verifiers, caller => caller('POST', `${path}/claim`, {})),
    ({ status }) => status === 200,
  )
}

/** Numbers without a gap: changes up to the version, events up to the head of their stream. */
const lookAtNumbers = async (checks: Checks, { filling }: Ground, ids: string[]) => {
  const { rows } = await filling.query(
    `SELECT s.id, s.version, s.status, (SELECT array_agg(seq ORDER BY seq) FROM answer_change c WHERE c.submission_id = s.id) AS changes,
       (SELECT array_agg(seq || ' ' || type ORDER BY seq) FROM event e WHERE e.stream = 'submission/' || s.id) AS events,
       (SELECT count(*)::int FROM revision r WHERE r.submission_id = s.id) AS revisions
     FROM submission s WHERE s.id = ANY ($1)`,
    [ids],
  )
  const expected = ['1 submission.created', '2 submission.submitted', '3 submission.claimed'].join()
  for (const { id, version, changes, events, revisions } of rows) {
    checks.check(
      'changes are numbered 1 to the version',
      changes.length === version && changes.every((seq: number, n: number) => seq === n + 1),
      id,
    )
    checks.check('its history has each step once', events.join() === expected, `${id}: ${events.join()}`)
    checks.check('it has one revision', revisions === 1, id)
  }
}

export const proveRaces: Proof['prove'] = async ({ short, rounds = short ? 4 : longRounds }) => {
  const checks = createChecks()
  const ground = await openGround({ apis: 2 })
  try {
    await fillOffices(ground.filling, service)
    const { answers } = await makeSamples(ground)
    for (const processes of [1, 2]) {
      const obligations = await prepareObligations(ground.filling, rounds)
      for (const obligation of obligations) await raceThrough(checks, ground, processes, obligation, answers)
      await lookAtNumbers(checks, ground, obligations)
    }
    const found = await audit(ground.env)
    checks.check('audit:verify finds everything whole', found.whole, found.said)
  } finally {
    await ground.close()
  }
  return checks.proven(
    `Eight clients at once begin, save, hand in and claim one report: ${rounds} reports over one API process and ${rounds} over two on one database.`,
  )
}
