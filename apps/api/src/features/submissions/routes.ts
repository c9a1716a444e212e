import type { Handlers } from '../../http/route.ts'
import { createHandlers } from './create.ts'
import { listHandlers } from './lists.ts'
import { readHandlers } from './read.ts'

export const submissionHandlers: Handlers = { ...listHandlers, ...createHandlers, ...readHandlers }
