import { handlers } from '#http/route.ts'
import { readDashboards } from './readDashboards.ts'
import { readLeader } from './readLeader.ts'

export const dashboardHandlers = handlers({
  'GET /leader': readLeader,
  'GET /dashboards': readDashboards,
})
