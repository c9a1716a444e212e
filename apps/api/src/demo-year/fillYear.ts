import type { Database } from '@sepakat/db'
import { loadYear } from '@sepakat/db/demo-year/loadYear.ts'
import { type StepsBefore, stepsBefore } from '@sepakat/db/demo-year/stepsBefore.ts'
import { eventOf, type YearStep } from '@sepakat/db/demo-year/YearStep.ts'
import { noteOffice, yearProgress } from '@sepakat/db/demo-year/yearProgress.ts'
import type { Config } from '../config.ts'
import { doStep } from './doStep.ts'
import { publishEdition } from './publishEdition.ts'
import { type YearApi, yearApi } from './yearApi.ts'

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
const fillOffice = async (
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

/** Offices that are filled in beside each other: one waits for the database while another computes. */
const lanes = 3

interface Filling {
  /** Codes of the offices, where not all of them are wanted. */
  only?: readonly string[]
  goesOn?: () => boolean
  told?: (done: number, of: number) => void
}

/**
 * Fills in what is missing of the demo year, office by office; run again after a kill, it goes on where it was.
 * @returns 'nothing' without a demo region, 'complete', or 'stopped' where it was asked to
 */
export const fillYear = async (
  db: Database,
  config: Config,
  { only, goesOn = () => true, told }: Filling = {},
): Promise<'nothing' | 'complete' | 'stopped'> => {
  const progress = await yearProgress(db)
  if (progress === null) return 'nothing'
  const { offices, stepsOf } = await loadYear(db, progress)
  const waiting = offices.filter(({ code }) => !progress.done.includes(code) && (only?.includes(code) ?? true))
  if (waiting.length === 0) return 'complete'
  const until = new Date(Math.max(Date.now(), Date.parse(progress.now)))
  const api = await yearApi(db, config, until)
  const fillOne = async (andThen?: () => Promise<void>): Promise<boolean> => {
    const office = waiting.shift()
    if (!office || !(await fillOffice(db, api, { office: office.id, steps: await stepsOf(office), goesOn })))
      return false
    await andThen?.()
    progress.done.push(office.code)
    await noteOffice(db, progress)
    told?.(progress.done.length, progress.of)
    return true
  }
  const fillRest = async (): Promise<void> => {
    while (waiting.length > 1 && (await fillOne()));
  }
  try {
    // what the council asked is entered by the first office, and answered by others
    if (progress.done.length === 0 && waiting.length > 1) await fillOne()
    await Promise.all(Array.from({ length: lanes }, fillRest))
    // the region publishes before the last office is noted, so that after a kill that is done too
    if (goesOn())
      await fillOne(() => publishEdition(db, api, { year: new Date(progress.now).getUTCFullYear() - 1, at: until }))
    return goesOn() ? 'complete' : 'stopped'
  } finally {
    await api.close()
  }
}
