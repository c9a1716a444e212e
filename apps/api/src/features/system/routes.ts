import { handlers } from '#http/route.ts'
import { readSystem } from './read-system.ts'

export const systemHandlers = handlers({ 'GET /system': readSystem })
