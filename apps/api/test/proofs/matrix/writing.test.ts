import { proveLines } from './proveLines.ts'

proveLines('writing reports', ({ route, status }) => status !== null && !route.startsWith('GET '))
