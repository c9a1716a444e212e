import { handlers } from '#http/route.ts'
import { exportOffice } from './export-office.ts'

export const exportHandlers = handlers({ 'GET /offices/:id/export': exportOffice })
