import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { openEvidence, unrecorded } from '../evidence/openEvidence.ts'
import { fill, fillOffices } from './fill.ts'
import { openGround } from './ground.ts'
import { measureAll } from './measure.ts'
import { measureAmplification } from './measureAmplification.ts'
import { type Bars, figuresOf, goalsOf, judge, type Part, type Stage } from './report.ts'
import { makeSamples, service } from './sample.ts'

/** As given on the command line; what is left out is as for a whole or a short run. */
export interface BenchAsk {
  short: boolean
  unrecorded: boolean
  rounds?: string | undefined
  seconds?: string | undefined
  rows?: string | undefined
  /** Folder of another checkout, whose product is measured in place of the bare server. */
  beside?: string | undefined
}

const number = (text: string, name: string): number => {
  if (!(Number(text) > 0)) throw new Refusal(`--${name} takes numbers above 0.`)
  return Number(text)
}
// beside other stages of a test run a ratio tells little: only what is badly wrong is looked for
const noisy: Bars = { read: 0.2, write: 0.1, flat: null }
// the same product as before, twice measured, differs by as much
const asBefore: Bars = { read: 0.93, write: 0.93, flat: null }
const quiet: Bars = { read: 0.5, write: 0.33, flat: 1.5 }

const about = `Product: the API process alone (WORKER=0, RATE_LIMIT=0, DEMO=0, LOG_LEVEL=silent; passwords hashed as in production). Bare: Fastify and pg
with the same pool, hand-written prepared statements, the session's look-up, the same inserts and as many bytes out; no rights, rules, checks or
hash chains. Both on one PostgreSQL (fsync on), ten kept-alive connections over loopback, no compression; load, servers and database share this
machine. Medians of interleaved rounds; the ratio is the median of the rounds' ratios. Evaluating and freezing a form at handing in and
judging a file's content are the product's own work: bare inserts a revision and figures that are ready, and takes the file unseen (both hash and
fsync it). Bare checks the same argon2id hash at sign-in. CPU is the processor time of server and PostgreSQL together for one request: it
tells the same on a machine that is busy with other things, on which requests per second and p95 do not.`

const aboutBeside =
  'Product: the API process of this checkout. Bare: that of the other checkout, on the same database and files.'

const residentOf = (pid: number): string => {
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return `${Math.round(Number(kib) / 1024)} MB`
}

/** Measures, prints, writes down; gives the exit code. */
export async function runBench(values: BenchAsk): Promise<number> {
  const begun = performance.now()
  const rounds = number(values.rounds ?? (values.short ? '1' : '5'), 'rounds')
  const seconds = number(values.seconds ?? (values.short ? '0.4' : '1.5'), 'seconds')
  const sizes = (values.rows ?? (values.short ? '1000' : '1000,100000')).split(',').map(size => number(size, 'rows'))
  const evidence = values.short || values.unrecorded || values.beside ? unrecorded : openEvidence()
  const busy = os.loadavg()[0] ?? 0
  const ground = await openGround()
  const stages: Stage[] = []
  let memory = ''
  let held: Part = { report: '', verdicts: [] }
  try {
    await fillOffices(ground.filling, service)
    const samples = await makeSamples(ground)
    await (values.beside ? ground.startBeside(path.resolve(values.beside)) : ground.startBare(samples.submitted))
    const memoryNow = () =>
      [ground.product, ...(values.beside ? [ground.beside()] : [])].map(it => residentOf(it!.pid)).join(' beside ')
    const idle = memoryNow()
    for (const rows of sizes.sort((a, b) => a - b)) {
      await fill(ground.filling, rows, samples.submitted)
      stages.push({ rows, measured: await measureAll({ ground, samples }, rounds, seconds) })
    }
    memory = `API process: ${idle} before the load, ${memoryNow()} after it. Load average of the machine before anything of this ran: ${busy.toFixed(1)}.`
    if (!values.short && !values.beside) held = await measureAmplification(ground)
  } finally {
    await ground.close()
  }
  const verdicts = [...judge(stages, values.beside ? asBefore : values.short ? noisy : quiet), ...held.verdicts]
  const missed = verdicts.filter(({ holds }) => !holds)
  const bars =
    missed.length === 0 ? 'Every bar is met.' : `Not met:\n\n${missed.map(({ what }) => `- ${what}`).join('\n')}`
  const report = [
    values.beside ? aboutBeside : about,
    figuresOf(stages),
    goalsOf(stages),
    held.report,
    `## Bars\n\n${bars}`,
    memory,
  ]
    .filter(Boolean)
    .join('\n\n')
  console.log(`${report}\n`)
  const [passed, failed] = [verdicts.length - missed.length, missed.length]
  const title = 'The API beside a bare server'
  const took = Math.round((performance.now() - begun) / 1000)
  const unwritten = evidence.write({ name: 'bench', title }, { seed: null }, { passed, failed, report }, took)
  if (unwritten) console.log(`${unwritten}\n`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}
