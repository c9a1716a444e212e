import { handlers } from '#http/route.ts'
import { readSystem } from './readSystem.ts'

export const systemHandlers = handlers({ 'GET /system': readSystem })
