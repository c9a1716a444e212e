import { examplesOfReports } from './examplesOfReports.ts'
import { examplesOfWork } from './examplesOfWork.ts'

/** Example bodies by route, one for each that takes a body. */
export const examples = (): Record<string, unknown> => ({ ...examplesOfReports(), ...examplesOfWork() })
