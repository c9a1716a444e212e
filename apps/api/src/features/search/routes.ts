import { handlers } from '#http/route.ts'
import { search } from './search.ts'

export const searchHandlers = handlers({ 'GET /search': search })
