import { setTimeout as sleep } from 'node:timers/promises'
import { demoPassword } from '@sepakat/db/seed/demo.ts'
import { prepareWeb } from '../prepare.ts'
import { audit } from './audit.ts'
import { type Caller, type Cells, must, signIn } from './caller.ts'
import { type Checks, createChecks } from './checks.ts'
import { type Installation, makeInstallation, type Started, victims } from './installation.ts'
import type { Proof } from './proofs.ts'
import { changesOf, makeWriter, type Writer } from './writers.ts'

const longRounds = 20
/** A start may take ten seconds; beside the other stages of a test run the machine is not its own. */
const startsWithin = { long: 10_000, short: 30_000 }

/** Two reports, in each of which two people type. */
const plan = [
  { name: 'operator.dinkes', services: ['ibu-hamil', 'balita'] },
  { name: 'operator2.dinkes', services: ['diabetes', 'hipertensi'] },
  { name: 'operator.dinsos', services: ['gepeng', 'anak-telantar'] },
]

const beginReport = async (caller: Caller): Promise<string> => {
  const period = `${new Date().getUTCFullYear()}-TW4`
  const { items } = await must(
    caller<{ items: { obligation: string }[] }>('GET', `/obligations?form=spm/triwulan&period=${period}`),
  )
  const { obligation } = items[0]!
  await must(caller('POST', '/submissions', { obligation }))
  return obligation
}

const signedIn = ({ origin }: Installation): Promise<Caller[]> =>
  Promise.all(plan.map(({ name }) => signIn(origin, name, demoPassword)))

/** Acknowledged changes against what the API gives: each is in history with its value, and the cell holds the last of them. */
const compare = async (checks: Checks, where: string, callers: Caller[], writers: Writer[][]): Promise<number> => {
  let compared = 0
  for (const [n, caller] of callers.entries())
    for (const { submission, pointer, acknowledged, cutOff } of writers[n]!) {
      const changes = await changesOf(caller, submission)
      const lost = acknowledged.filter(({ changeId, value, rev }) => {
        const kept = changes.get(changeId)
        return kept === undefined || kept.to !== value || kept.seq !== rev
      })
      compared += acknowledged.length
      checks.check(
        'no acknowledged change is lost or altered',
        lost.length === 0,
        `${where}: ${lost.length} at ${pointer}`,
      )
      const { answers } = await must(caller<{ answers: Cells<unknown> }>('GET', `/submissions/${submission}/answers`))
      const [, table = '', row = '', field = ''] = pointer.split('/')
      const stands = answers[table]?.[row]?.[field]
      const possible = [acknowledged.at(-1)?.value, cutOff?.value].filter(value => value !== undefined)
      checks.check(
        'a cell holds its last change',
        possible.includes(String(stands)),
        `${where}: ${pointer} is ${stands}`,
      )
    }
  return compared
}

/** Two starts at once over one folder: one serves, the other says so and stops. */
const startTwice = async (checks: Checks, installation: Installation): Promise<Started> => {
  const both = [installation.start(), installation.start()]
  const first = await Promise.race(both.map(async it => ((await it.ended) === null ? null : it)))
  const serving = both.find(it => it !== first)!
  const said = first?.said() ?? ''
  checks.check(
    'of two starts at once the second says so and ends with 1',
    said.includes('sudah berjalan') && (await first?.ended) === 1,
    said,
  )
  await installation.ready(serving)
  return serving
}

export const proveStartKill: Proof['prove'] = async ({ short, seed, rounds = short ? 1 : longRounds }) => {
  const checks = createChecks()
  const within = short ? startsWithin.short : startsWithin.long
  let random = seed
  const upTo = (most: number): number => {
    random = (random * 48_271) % 2_147_483_647
    return random % most
  }
  await prepareWeb()
  const installation = await makeInstallation()
  const times: number[] = []
  let compared = 0
  try {
    let running = installation.start()
    await installation.ready(running)
    let callers = await signedIn(installation)
    const reports = [await beginReport(callers[0]!), '', await beginReport(callers[2]!)]
    reports[1] = reports[0]!
    const writers = plan.map(({ services }, n) =>
      services.map(it => makeWriter(reports[n]!, `/recipients/${it}/served`)),
    )
    for (let round = 1; round <= rounds; round++) {
      for (const victim of victims) {
        const where = `round ${round}, ${victim}`
        const writing = Promise.all(callers.flatMap((caller, n) => writers[n]!.map(writer => writer.write(caller))))
        await sleep(300 + upTo(short ? 500 : 2000))
        await installation.kill(victim, running)
        await writing
        const both = victim === 'everything'
        const begun = performance.now()
        if (both) running = await startTwice(checks, installation)
        else {
          running = installation.start()
          await installation.ready(running)
        }
        const took = performance.now() - begun
        times.push(took)
        checks.check(
          `it serves again within ${within / 1000} s, without repair`,
          took < within,
          `${where}: ${Math.round(took)} ms`,
        )
        callers = await signedIn(installation)
        compared += await compare(checks, where, callers, writers)
        for (const [n, caller] of callers.entries())
          for (const writer of writers[n]!) {
            const result = await writer.repeat(caller)
            checks.check(
              'what was cut off is taken once when it is sent again',
              result !== 'conflict',
              `${where}: ${result}`,
            )
          }
      }
    }
    const found = await audit({ ...installation.env, NODE_ENV: 'production' })
    checks.check('audit:verify finds everything whole', found.whole, found.said)
  } finally {
    await installation.remove()
  }
  times.sort((a, b) => a - b)
  const seconds = (ms: number | undefined) => ((ms ?? 0) / 1000).toFixed(1)
  return checks.proven(
    `Six writers (three people, two reports) save cells over HTTP while a kill -9 strikes: the API's node alone, the starting node alone, everything
(both and all of PostgreSQL), the postmaster alone; then it is started again. ${times.length} kills, ${compared} comparisons of acknowledged changes.
Time to serve again: median ${seconds(times[Math.floor(times.length / 2)])} s, longest ${seconds(times.at(-1))} s.`,
  )
}
