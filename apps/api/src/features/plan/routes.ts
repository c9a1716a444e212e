import { collect } from '#http/route.ts'
import { assignmentHandlers } from './assignments/routes.ts'
import { obligationPlanHandlers } from './obligations/routes.ts'
import { periodHandlers } from './periods/routes.ts'
import { waveHandlers } from './waves/routes.ts'

/** Periods, waves, assignments, and the obligations that follow from them. */
export const planHandlers = collect(periodHandlers, waveHandlers, assignmentHandlers, obligationPlanHandlers)
