import type { ContextOf } from '../../form/defineKind.ts'
import type { findings } from './findings.ts'
import type { tables } from './tables.ts'

export const figures = {
  'sakip.ownShare': { label: 'Kriteria terpenuhi menurut perangkat daerah', unit: '%' },
  'sakip.ownScore': { label: 'Nilai mandiri', unit: '' },
  'sakip.share': { label: 'Kriteria terpenuhi menurut penilai', unit: '%' },
  'sakip.score': { label: 'Nilai akuntabilitas kinerja', unit: '' },
}

export type EvaluationForm = ContextOf<typeof tables, typeof findings, typeof figures>
