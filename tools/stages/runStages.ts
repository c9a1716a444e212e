import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { type Counts, orNothingRan, sum } from './counts.ts'
import type { Stage } from './stages.ts'

const cores = 2

/**
 * Runs the stages in order, as many beside each other as the cores allow; prints a line for each and at last `N passed, N failed`.
 * @returns the exit code: 1 when anything failed or a stage ran nothing
 */
export async function runStages(stages: Stage[], print: (line: string) => void = console.log): Promise<number> {
  const begun = performance.now()
  const results: Counts[] = []
  const run = async (stage: Stage, before?: Promise<void>): Promise<void> => {
    await before
    results.push(await runOne(stage, print))
  }
  const running = new Set<Promise<void>>()
  let taken = 0
  let waiting = Promise.resolve()
  for (const stage of stages) {
    while (stage.alone ? running.size > 0 : taken + stage.cores > cores) await Promise.race(running)
    taken += stage.cores
    const before = stage.cores === 0 ? waiting : undefined
    const task = run(stage, before).then(() => {
      running.delete(task)
      taken -= stage.cores
    })
    if (stage.cores === 0) waiting = task
    running.add(task)
  }
  await Promise.all(running)
  const { passed, failed } = sum(results)
  print(`\n${stages.length} stages in ${seconds(begun)} s`)
  print(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

async function runOne({ name, run }: Stage, print: (line: string) => void): Promise<Counts> {
  const begun = performance.now()
  const counts = orNothingRan(await run().catch(brokenStage))
  if (counts.failed > 0) print(`\n── ${name} ──\n${counts.said.trim()}\n`)
  const failed = counts.failed > 0 ? `, ${counts.failed} failed` : ''
  print(`${name.padEnd(12)} ${String(counts.passed).padStart(6)} passed${failed} in ${seconds(begun)} s`)
  return counts
}

function brokenStage(error: unknown): Counts {
  const said = error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error)
  return { passed: 0, failed: 1, said }
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)
