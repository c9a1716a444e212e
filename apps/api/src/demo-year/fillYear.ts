import type { Database } from '@sepakat/db'
import { loadYear } from '@sepakat/db/demo-year/loadYear.ts'
import { noteOffice, yearProgress } from '@sepakat/db/demo-year/yearProgress.ts'
import type { Config } from '../config.ts'
import { fillOffice } from './fillOffice.ts'
import { yearApi } from './yearApi.ts'

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
  const api = await yearApi(db, config, new Date(Math.max(Date.now(), Date.parse(progress.now))))
  const fillOne = async (): Promise<boolean> => {
    const office = waiting.shift()
    if (!office || !(await fillOffice(db, api, { office: office.id, steps: await stepsOf(office), goesOn })))
      return false
    progress.done.push(office.code)
    await noteOffice(db, progress)
    told?.(progress.done.length, progress.of)
    return true
  }
  const fillRest = async (): Promise<void> => {
    while (await fillOne());
  }
  try {
    // what the council asked is entered by the first office, and answered by others
    if (progress.done.length === 0) await fillOne()
    await Promise.all(Array.from({ length: lanes }, fillRest))
    return goesOn() ? 'complete' : 'stopped'
  } finally {
    await api.close()
  }
}
