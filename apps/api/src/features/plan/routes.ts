import { collect } from '../../http/route.ts'
import { assignmentHandlers } from './assignments.ts'
import { obligationPlanHandlers } from './obligations.ts'
import { periodHandlers } from './periods.ts'
import { waveHandlers } from './waves.ts'

/** Periods, waves, assignments, and the obligations that follow from them. */
export const planHandlers = collect(periodHandlers, waveHandlers, assignmentHandlers, obligationPlanHandlers)
