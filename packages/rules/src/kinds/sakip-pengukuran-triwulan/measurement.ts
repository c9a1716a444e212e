import type { ContextOf } from '../../form/defineKind.ts'
import { parsePeriod, quartersBefore } from '../../periods/period.ts'
import type { findings } from './findings.ts'
import type { tables } from './tables.ts'
import { togetherFigures } from './togetherOf.ts'

export const figures = {
  'sakip.target': { label: 'Target', unit: '' },
  'sakip.realization': { label: 'Realisasi', unit: '' },
  'sakip.achievement': { label: 'Capaian', unit: '%' },
  'sakip.objective': { label: 'Capaian sasaran', unit: '%' },
  'sakip.office': { label: 'Capaian perangkat daerah', unit: '%' },
  'sakip.budget': { label: 'Pagu', unit: 'Rp' },
  'sakip.absorption': { label: 'Serapan anggaran', unit: '%' },
  'sakip.efficiency': { label: 'Efisiensi', unit: '%' },
  ...togetherFigures,
}

export type Measurement = ContextOf<typeof tables, typeof findings, typeof figures>

export type Quarter = `tw${1 | 2 | 3 | 4}`
export const quarterOf = (period: string): Quarter => `tw${parsePeriod(period).quarter ?? 4}`
export const quartersTo = (period: string): Quarter[] => [...quartersBefore(period).map(quarterOf), quarterOf(period)]
