import type { Kind } from '../../types/Kind.ts'

export const figures = {
  'lppd.ikk': { label: 'Capaian', unit: '' },
  'lppd.previous': { label: 'Capaian tahun lalu', unit: '' },
  'lppd.change': { label: 'Laju perubahan', unit: '%' },
  'lppd.target': { label: 'Target', unit: '' },
  'lppd.realization': { label: 'Realisasi', unit: '' },
  'lppd.achievement': { label: 'Capaian kinerja', unit: '%' },
  'lppd.objective': { label: 'Capaian sasaran', unit: '%' },
  'lppd.office': { label: 'Capaian kinerja perangkat daerah', unit: '%' },
  'lppd.budget': { label: 'Pagu', unit: 'Rp' },
  'lppd.absorption': { label: 'Serapan anggaran', unit: '%' },
  'lppd.efficiency': { label: 'Efisiensi', unit: '%' },
} as const satisfies Kind['figures']
