/**
 * The long-running merge simulation, over the real API: `--seed=N` repeats the steps; `GROUND` is the prepared data, with the owed
 * reports. Ends with the line `N passed, N failed`.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { interleave } from './interleave.ts'
import { steps } from './steps.ts'
import { type Ground, wireReport } from './wireReport.ts'

const beside = 24
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } })
const { obligations, ...ground } = JSON.parse(process.env.GROUND ?? '{}') as Ground & { obligations: string[] }
const all = fc.sample(steps(60), { seed: Number(values.seed), numRuns: obligations.length })
const broken: string[] = []
const taken = new Map<string, number>()
const heard = new Map<string, number>()
let hung = 0
const waiting = [...obligations.entries()]

const count = (counts: Map<string, number>) => (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1)
const listed = (counts: Map<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([what, times]) => `${times} ${what}`)
    .join(', ')

async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [n, obligation] = next
    const { form, report } = await wireReport(ground, obligation)
    const pause = (ms: number) => sleep(ms)
    const faults = await interleave({ form, report, pause, late: 1500, heard: count(heard) }, all[n]!)
    hung += report.hung().put.length
    if (faults.length > 0) broken.push(`- NOT: report ${n}: ${faults.join('; ')} (${JSON.stringify(all[n])})`)
    all[n]!.map(({ do: what }) => what).forEach(count(taken))
  }
}
await Promise.all(Array.from({ length: beside }, work))

const lines = [
  `Steps: ${listed(taken)}.`,
  `Answers to changes: ${listed(heard)}. Notes and files hung on rows: ${hung}.`,
]
process.stdout.write(`${[...lines, ...broken].join('\n')}\n\n`)
process.stdout.write(`${obligations.length - broken.length} passed, ${broken.length} failed\n`)
