import { proveLines } from './prove-lines.ts'

proveLines('reading reports', ({ route, status }) => status !== null && route.startsWith('GET '))
