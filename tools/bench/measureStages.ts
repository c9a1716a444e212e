import path from 'node:path'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { addBarePerson, fillBareTables, makeBareTables } from './bareTables.ts'
import { password } from './buildCast.ts'
import { cases, type Prepared } from './cases.ts'
import { countRoundTrips } from './countRoundTrips.ts'
import { fill, fillDeadlineDay, fillOffices } from './fill.ts'
import type { Ground } from './ground.ts'
import { measureAll } from './measure.ts'
import { measureAmplification, residentOf } from './measureAmplification.ts'
import { measureReadings, type ReadingsMeasured, readingsPart } from './measureReadings.ts'
import { judgeSearch, measureSearch, type SearchMeasured } from './measureSearch.ts'
import { countStatements, profileCases } from './profileCases.ts'
import type { Part, Stage } from './report.ts'
import { makeSamples, service } from './sample.ts'

/** Makes the tables of the bare server; what it answers to a sign-in is what the product answers. */
const prepareBare = async ({ filling, ports, cast, origin }: Ground): Promise<void> => {
  await makeBareTables(filling)
  for (const name of cast.names) {
    const answer = await fetch(`http://127.0.0.1:${ports.product}/api/v1/session`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ name, password }),
    })
    if (!answer.ok) throw new Error(`sign-in of ${name}: ${answer.status} ${await answer.text()}`)
    await addBarePerson(filling, name, await answer.text())
  }
}

/** As given on the command line; what is left out is as for a whole or a short run. */
export interface BenchAsk {
  short: boolean
  unrecorded: boolean
  rounds?: string | undefined
  seconds?: string | undefined
  rows?: string | undefined
  /** Folder of another checkout, whose product is measured in place of the bare server. */
  beside?: string | undefined
  /** Name of a case, of which only the dearest parts are told. */
  profile?: string | undefined
}

/** @throws Refusal unless it is above 0 */
export const positive = (text: string, name: string): number => {
  if (!(Number(text) > 0)) throw new Refusal(`--${name} takes numbers above 0.`)
  return Number(text)
}

/** What a changed plan would slow down most. */
const reads = cases.filter(({ kind }) => kind === 'read')

/** Megabytes of the API process. */
const [mostIdle, mostLoaded] = [200, 400]

const judgeMemory = (idle: number, loaded: number): Part => ({
  report: '',
  verdicts: [
    { what: `memory before the load: ${idle} MB, at most ${mostIdle}`, holds: idle <= mostIdle },
    { what: `memory after the load: ${loaded} MB, at most ${mostLoaded}`, holds: loaded <= mostLoaded },
  ],
})

const titleOf = (rows: number) => `${rows.toLocaleString('en')} submissions`

export interface Figures {
  stages: Stage[]
  /** What is told below the tables. */
  parts: Part[]
  memory: string
}

const measureStages = async (
  values: BenchAsk,
  given: Prepared,
  sizes: number[],
): Promise<{ stages: Stage[]; searched: SearchMeasured[]; readings: ReadingsMeasured[] }> => {
  const rounds = positive(values.rounds ?? (values.short ? '1' : '5'), 'rounds')
  const seconds = positive(values.seconds ?? (values.short ? '0.4' : '1.5'), 'seconds')
  const { filling } = given.ground
  const { submitted } = given.samples
  const stages: Stage[] = []
  const searched: SearchMeasured[] = []
  const readings: ReadingsMeasured[] = []
  for (const rows of sizes) {
    await fill(filling, rows, submitted)
    if (!values.beside) readings.push(await measureReadings(given.ground, titleOf(rows), { rounds, seconds }))
    stages.push({ title: titleOf(rows), measured: await measureAll(given, rounds, seconds) })
    if (!values.beside) searched.push(await measureSearch(given, titleOf(rows), seconds * rounds))
  }
  if (values.short) return { stages, searched, readings }
  const most = sizes.at(-1) ?? 0
  await fillDeadlineDay(filling, most, submitted)
  const measured = await measureAll(given, rounds, seconds, reads)
  return { stages: [...stages, { title: `${titleOf(most)} on a deadline day`, measured }], searched, readings }
}

/** The tables and figures of a run. */
export const measureOn = async (ground: Ground, values: BenchAsk, sizes: number[]): Promise<Figures> => {
  await countStatements(ground.filling, false)
  await fillOffices(ground.filling, service)
  const samples = await makeSamples(ground)
  const memoryNow = () => {
    const pids = values.beside ? [ground.product.pid, ground.beside()?.pid ?? 0] : [ground.product.pid]
    return pids.map(residentOf)
  }
  let idle = memoryNow()
  if (values.beside) {
    await ground.startBeside(path.resolve(values.beside))
    idle = memoryNow()
  } else {
    await prepareBare(ground)
    await ground.startBare(samples.submitted)
  }
  const share = async () => (values.beside ? undefined : fillBareTables(ground.filling))
  const given = { ground, samples, share }
  const { stages, searched, readings } = await measureStages(values, given, sizes)
  const loaded = memoryNow()
  const memory = `API process: ${idle.join(' beside ')} MB before the load, ${loaded.join(' beside ')} MB after it.`
  const ofRegion = readingsPart(readings, { judged: !values.short })
  if (values.short || values.beside) return { stages, parts: [ofRegion], memory }
  const parts = [
    ofRegion,
    judgeSearch(searched),
    await countRoundTrips(given),
    await profileCases(given, { most: 3, seconds: 1.5 }),
    await measureAmplification(ground),
  ]
  return { stages, memory, parts: [...parts, judgeMemory(idle[0] ?? 0, loaded[0] ?? 0)] }
}
