import { proveLines } from './proveLines.ts'

proveLines('the region, its people and sessions', ({ status }) => status === null)
