import { proveLines } from './prove-lines.ts'

proveLines('the region, its people and sessions', ({ status }) => status === null)
