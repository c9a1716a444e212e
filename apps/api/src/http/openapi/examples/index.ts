import { examplesOfReports } from './examples-of-reports.ts'
import { examplesOfWork } from './examples-of-work.ts'

/** Example bodies by route, one for each that takes a body. */
export const examples = (): Record<string, unknown> => ({ ...examplesOfReports(), ...examplesOfWork() })
