import { handlers } from '#http/route.ts'
import { exportOffice } from './exportOffice.ts'

export const exportHandlers = handlers({ 'GET /offices/:id/export': exportOffice })
