import type { ContextOf } from '../../form/defineKind.ts'
import type { figures } from './figures.ts'
import type { findings } from './findings.ts'
import type { tables } from './tables.ts'

export type PerformanceReport = ContextOf<typeof tables, typeof findings, typeof figures>
