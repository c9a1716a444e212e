import { setTimeout as sleep } from 'node:timers/promises'
import { withClient } from '@sepakat/db/engine/client.ts'
import { different } from '@sepakat/db/submissions/testingLines.ts'
import type { Proof } from '../evidence/proof.ts'
import { prepareWeb } from '../prepare.ts'
import { assembleCrew } from './assembleCrew.ts'
import { audit } from './audit.ts'
import { type Checks, createChecks } from './checks.ts'
import { type Installation, makeInstallation, type Started, type Victim, victims } from './installation.ts'
import { eventsOf, failureFolder } from './keepFailure.ts'
import type { Writer } from './makeSaver.ts'
import { type Half, openPair } from './pair.ts'
import { createRecentLog } from './recentLog.ts'

/** Of the whole installation, each of these once a round; of API and PostgreSQL beside each other, each once. */
const roundsOf = { long: { whole: 5, pair: 100 }, short: { whole: 1, pair: 1 } }
/** It takes a few seconds; beside the other stages of a test run the machine is not its own (ms). */
const within = 30_000

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

export const proveStartKill: Proof['prove'] = async ({ short, seed, rounds }) => {
  const log = createRecentLog()
  const checks = createChecks((fact, where) => log.note('check', { broken: fact, where }))
  const failure = failureFolder(`start-kill-${seed}`)
  const length = short ? 'short' : 'long'
  const { whole, pair } = rounds === undefined ? roundsOf[length] : { whole: Math.ceil(rounds / 20), pair: rounds }
  const struck: Victim[] = short ? ['start', 'everything'] : victims
  let random = seed
  const upTo = (most: number): number => {
    random = (random * 48_271) % 2_147_483_647
    return random % most
  }
  await prepareWeb()
  const installation = await makeInstallation()
  const times: Record<string, number[]> = {}
  let compared = 0
  let crew: Writer[] = []

  /** All write while it strikes; then it comes back, and what each was told is compared with what there is. */
  async function strike(what: string, where: string, kill: () => Promise<void>, start: () => Promise<void>) {
    let over = false
    const before = checks.broken()
    const errors = log.serverErrors()
    log.note('kill', { where, now: 'the writers start' })
    const writing = Promise.all(crew.map(writer => writer.write(() => over)))
    // waited for below; until then a writer that fails ends nothing
    writing.catch(() => {})
    await sleep(200 + upTo(short ? 500 : 1000))
    checks.check('no request before the kill is answered 5xx', log.serverErrors() === errors, where)
    log.note('kill', { where, now: 'kill -9' })
    await kill()
    over = true
    const begun = performance.now()
    await start()
    const took = performance.now() - begun
    log.note('kill', { where, now: 'it serves again', ms: Math.round(took) })
    await writing
    times[what] = [...(times[what] ?? []), took]
    checks.check(`it serves again within ${within / 1000} s, without repair`, took < within, `${where}: ${took} ms`)
    for (const writer of crew) compared += await writer.compare(checks, where)
    for (const writer of crew) await writer.repeat(checks, where)
    if (checks.broken() > before) failure.write(`${where.replace(/[^a-z0-9]+/gi, '-')}.jsonl`, log.lines())
  }

  try {
    let running = installation.start()
    await installation.ready(running)
    crew = await assembleCrew(installation.origin, log)
    for (let round = 1; round <= whole; round += 1)
      for (const victim of struck) {
        const start = async () => {
          running = victim === 'everything' ? await startTwice(checks, installation) : installation.start()
          await installation.ready(running)
        }
        await strike(victim, `round ${round}, ${victim}`, () => installation.kill(victim, running), start)
      }
    await installation.kill('everything', running)

    const halves = await openPair(installation.env)
    try {
      for (let round = 1; round <= pair; round += 1)
        for (const half of ['api', 'postgres'] satisfies Half[]) {
          const what = half === 'api' ? 'api, PostgreSQL stays' : 'postgres, the API stays'
          await strike(
            what,
            `round ${round}, ${what}`,
            () => halves.kill(half),
            () => halves.start(half),
          )
          if (half === 'postgres') checks.check('the API outlives PostgreSQL', halves.isApiAlive(), `round ${round}`)
        }
      const found = await audit({ ...installation.env, NODE_ENV: 'production' })
      checks.check('audit:verify finds everything whole', found.whole, found.said)
      const { rows } = await withClient(halves.ownerUrl(), client => client.query(different))
      checks.check('lines of lists are as what they are derived from', rows.length === 0, JSON.stringify(rows))
    } finally {
      await halves.stop()
    }
  } catch (error) {
    log.note('check', { ended: String(error) })
    failure.write('the-end.jsonl', log.lines())
    throw new Error(`the proof ended by an error; what it did is in ${failure.path()}`, { cause: error })
  } finally {
    if (failure.path()) failure.write('said.txt', [installation.said()])
    await installation.remove(
      failure.path() === null ? undefined : async ownerUrl => failure.write('events.jsonl', await eventsOf(ownerUrl)),
    )
  }
  const seconds = (ms: number | undefined) => ((ms ?? 0) / 1000).toFixed(1)
  const lineOf = ([what, all]: [string, number[]]): string => {
    const sorted = all.sort((a, b) => a - b)
    return `| ${what} | ${all.length} | ${seconds(sorted[Math.floor(all.length / 2)])} s | ${seconds(sorted.at(-1))} s |`
  }
  return checks.proven(
    `Twelve writers work over HTTP while a kill -9 strikes: six save cells (three people, two reports), two lead a report from approval to approval
(reopen, answer, hand in, withdraw, claim, release, note, return, tick, approve; three people), four attach files (two whole, two in pieces by tus). Each keeps its own
log of what was acknowledged. Then it is started again, and each compares: ${compared} acknowledged changes, moves and files.

| killed | times | serves again: median | longest |
| --- | --- | --- | --- |
${Object.entries(times).map(lineOf).join('\n')}

api, start, everything, postgres: in an installation of \`npm start\`, which ends and is started again as a whole (start: its own node alone; everything: both
and all of PostgreSQL). In the others the one half is killed and started again beside the other.${failure.path() ? `\n\nWhat it did when a fact did not hold: ${failure.path()}` : ''}`,
  )
}
