import { handlers } from '#http/route.ts'
import { list } from './list.ts'
import { officeReporting } from './officeReporting.ts'

export const cockpitHandlers = handlers({
  'GET /cockpit/:list': list,
  'GET /offices/:id/reporting': officeReporting,
})
