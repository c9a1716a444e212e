import type { Handlers } from '../../http/route.ts'
import { evaluateHandlers } from './evaluate.ts'
import { publishedHandlers } from './published.ts'

export const formHandlers: Handlers = { ...publishedHandlers, ...evaluateHandlers }
