import os from 'node:os'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { openEvidence, unrecorded } from '../evidence/openEvidence.ts'
import { cases } from './cases.ts'
import { fill, fillOffices } from './fill.ts'
import { openGround } from './ground.ts'
import { type BenchAsk, measureOn, positive } from './measureStages.ts'
import { countingStatements, profileCases } from './profileCases.ts'
import { type Bars, figuresOf, judge } from './report.ts'
import { makeSamples, service } from './sample.ts'

/** Prints the dearest parts of one case. */
async function runProfile(name: string, sizes: number[]): Promise<number> {
  if (!cases.some(of => of.name === name))
    throw new Refusal(`--profile takes one of: ${cases.map(of => of.name).join(', ')}.`)
  const ground = await openGround({ postgres: countingStatements })
  try {
    await fillOffices(ground.filling, service)
    const samples = await makeSamples(ground)
    await fill(ground.filling, sizes.at(-1) ?? 0, samples.submitted)
    const given = { ground, samples, share: async () => undefined }
    console.log((await profileCases(given, { most: 15, seconds: 3, only: name })).report)
  } finally {
    await ground.close()
  }
  return 0
}

// beside other stages of a test run a ratio tells little: only what is badly wrong is looked for
const noisy: Bars = { shareOf: ({ share }) => share / 5, flat: null }
// the same product as before, twice measured, differs by as much
const asBefore: Bars = { shareOf: () => 0.93, flat: null }
const quiet: Bars = { shareOf: ({ share }) => share, flat: 1.5 }

const about = `Product: the API process alone (WORKER=0, RATE_LIMIT=0, DEMO=0, LOG_LEVEL=silent; passwords hashed as in production). Bare: the leanest
server that gives the same information, on Fastify and pg with the same pool: a table of lines with their JSON as text and a covering index,
sessions in memory, one statement a write, the same argon2id hash at sign-in; no rights, rules, checks or hash chains. Its tables are in a schema
of their own, filled from the product's rows. Evaluating and freezing a form when it is submitted and judging a file's content are the product's
own work: bare inserts a revision and figures that are ready, and takes the file unseen (both hash and fsync it). Both on one PostgreSQL (fsync on),
ten kept-alive connections over loopback, no compression; load, servers and database share this machine. Medians of interleaved rounds; the
ratio is the median of the rounds' ratios. CPU is the processor time of server and PostgreSQL together for one request: it tells the same on a
machine that is busy with other things, on which requests per second and p95 do not.`

const aboutBeside =
  'Product: the API process of this checkout. Bare: that of the other checkout, on the same database and files.'

/** Measures, prints, writes down; gives the exit code. */
export async function runBench(values: BenchAsk): Promise<number> {
  const begun = performance.now()
  const rows = values.rows ?? (values.short ? '1000' : '1000,100000')
  const sizes = rows
    .split(',')
    .map(size => positive(size, 'rows'))
    .sort((a, b) => a - b)
  if (values.profile !== undefined) return runProfile(values.profile, sizes)
  const evidence = values.short || values.unrecorded || values.beside ? unrecorded : openEvidence()
  const busy = os.loadavg()[0] ?? 0
  const ground = await openGround({ postgres: countingStatements })
  const { stages, parts, memory } = await measureOn(ground, values, sizes).finally(() => ground.close())
  const verdicts = [
    ...judge(stages, values.beside ? asBefore : values.short ? noisy : quiet),
    ...parts.flatMap(part => part.verdicts),
  ]
  const missed = verdicts.filter(({ holds }) => !holds)
  const bars =
    missed.length === 0 ? 'Every bar is met.' : `Not met:\n\n${missed.map(({ what }) => `- ${what}`).join('\n')}`
  const report = [
    values.beside ? aboutBeside : about,
    figuresOf(stages),
    ...parts.map(part => part.report),
    `## Bars\n\n${bars}`,
    `${memory} Load average of the machine before anything of this ran: ${busy.toFixed(1)}.`,
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
