import { proveLines } from './proveLines.ts'

proveLines('reading reports', ({ route, status }) => status !== null && route.startsWith('GET '))
