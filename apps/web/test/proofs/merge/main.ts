/**
 * The long-running merge simulation, over the real API: `--seed=N` repeats the steps; `GROUND` is the prepared data, with the owed
 * reports. Ends with the line `N passed, N failed`.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { interleave } from './interleave.ts'
import { steps } from './steps.ts'
import { type EvaluationGround, wireEvaluation } from './wireEvaluation.ts'
import { type Ground, wireReport } from './wireReport.ts'

const beside = 24
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } })
interface Given extends Ground {
  obligations: string[]
  evaluated: Pick<EvaluationGround, 'evaluator' | 'coordinator' | 'answers'> & { obligations: string[] }
}
const { obligations, evaluated, ...ground } = JSON.parse(process.env.GROUND ?? '{}') as Given
const draw = (numRuns: number) => fc.sample(steps(60), { seed: Number(values.seed), numRuns })
const reports = draw(obligations.length).map((taken, n) => ({
  name: `report ${n}`,
  taken,
  open: () => wireReport(ground, obligations[n]!),
}))
const evaluations = draw(evaluated.obligations.length).map((taken, n) => ({
  name: `evaluation ${n}`,
  taken,
  open: () => wireEvaluation({ ...ground, ...evaluated }, evaluated.obligations[n]!),
}))
const waiting = [...reports, ...evaluations]
const all = waiting.length
const broken: string[] = []
const taken = new Map<string, number>()
const heard = new Map<string, number>()
let hung = 0

const count = (counts: Map<string, number>) => (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1)
const listed = (counts: Map<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([what, times]) => `${times} ${what}`)
    .join(', ')

async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { name, taken: drawn, open } = next
    const { form, report } = await open()
    const pause = (ms: number) => sleep(ms)
    const faults = await interleave({ form, report, pause, late: 1500, heard: count(heard) }, drawn)
    hung += report.hung().put.length
    if (faults.length > 0) broken.push(`- NOT: ${name}: ${faults.join('; ')} (${JSON.stringify(drawn)})`)
    drawn.map(({ do: what }) => what).forEach(count(taken))
  }
}
await Promise.all(Array.from({ length: beside }, work))

const lines = [
  `Steps: ${listed(taken)}.`,
  `Answers to changes: ${listed(heard)}. Notes and files hung on rows: ${hung}.`,
]
process.stdout.write(`${[...lines, ...broken].join('\n')}\n\n`)
process.stdout.write(`${all - broken.length} passed, ${broken.length} failed\n`)
