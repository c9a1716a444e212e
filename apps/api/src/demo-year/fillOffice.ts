import type { Database } from '@sepakat/db'
import { type StepsBefore, stepsBefore } from '@sepakat/db/demo-year/stepsBefore.ts'
import { eventOf, type YearStep } from '@sepakat/db/demo-year/YearStep.ts'
import { doStep } from './doStep.ts'
import type { YearApi } from './yearApi.ts'

/** The steps that are still to be done: with an event of a report, all before it in the same report is done too. */
const stepsLeft = (steps: readonly YearStep[], { events, second }: StepsBefore): YearStep[] => {
  const left = new Map(events)
  const last = new Map<string, number>()
  for (const [n, step] of steps.entries()) {
    const id = step.number === 1 ? step.obligation : second.get(step.obligation)
    const key = `${id} ${eventOf(step)}`
    const count = left.get(key) ?? 0
    if (count === 0) continue
    left.set(key, count - 1)
    last.set(`${step.number} ${step.obligation}`, n)
  }
  return steps.filter((step, n) => n > (last.get(`${step.number} ${step.obligation}`) ?? -1))
}

/**
 * Does the steps of one office in their order, without those that were done before a kill.
 * @param goesOn asked before each step
 * @returns whether all is done
 */
export const fillOffice = async (
  db: Database,
  api: YearApi,
  { office, steps, goesOn }: { office: string; steps: readonly YearStep[]; goesOn: () => boolean },
): Promise<boolean> => {
  const obligations = [...new Set(steps.map(({ obligation }) => obligation))]
  let before = await stepsBefore(db, office, obligations)
  for (const step of stepsLeft(steps, before)) {
    if (!goesOn()) return false
    // what a Perubahan is called is known once it was created
    if (step.number === 2 && !before.second.has(step.obligation)) before = await stepsBefore(db, office, obligations)
    await doStep(api, step, step.number === 1 ? step.obligation : (before.second.get(step.obligation) ?? ''))
  }
  return true
}
