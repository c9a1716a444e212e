import type { ContextOf } from '../../form/defineKind.ts'
import type { findings } from './findings.ts'
import type { tables } from './tables.ts'

export const figures = {
  'sakip.ownShare': { label: 'Kriteria terpenuhi menurut perangkat daerah', unit: '%' },
  'sakip.ownScore': { label: 'Nilai mandiri', unit: '', decidedBy: 'sakip.ownShare' },
  'sakip.share': { label: 'Kriteria terpenuhi menurut penilai', unit: '%' },
  'sakip.score': { label: 'Nilai akuntabilitas kinerja', unit: '' },
  'sakip.regionScore': { label: 'Rata-rata nilai akuntabilitas kinerja', unit: '' },
  'sakip.regionOwnScore': { label: 'Rata-rata nilai mandiri', unit: '' },
  'sakip.regionPart': { label: 'Rata-rata nilai menurut komponen', unit: '' },
  'sakip.officesIn': { label: 'Jumlah perangkat daerah menurut predikat', unit: 'perangkat daerah' },
}

export type EvaluationFigures = typeof figures

export type EvaluationForm = ContextOf<typeof tables, typeof findings, typeof figures>
