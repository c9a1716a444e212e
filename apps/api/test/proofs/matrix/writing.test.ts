import { proveLines } from './prove-lines.ts'

proveLines('writing reports', ({ route, status }) => status !== null && !route.startsWith('GET '))
