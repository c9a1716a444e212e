import type { Kind } from '../../types/Kind.ts'

export const figures = {
  'spm.own': { label: 'Terlayani triwulan ini saja', unit: 'orang' },
  'spm.recipients': { label: 'Capaian penerima layanan', unit: '%' },
  'spm.qualityRow': { label: 'Capaian baris mutu', unit: '%' },
  'spm.quality': { label: 'Capaian mutu minimal', unit: '%' },
  'spm.index': { label: 'Indeks pencapaian SPM', unit: '' },
  'spm.officeIndex': { label: 'Indeks internal perangkat daerah', unit: '' },
  'spm.urusanIndex': { label: 'Indeks pencapaian SPM urusan', unit: '' },
  'spm.regionIndex': {
    label: 'Indeks pencapaian SPM daerah',
    ofBranch: 'Indeks SPM perangkat daerah ini dan di bawahnya',
    unit: '',
  },
} as const satisfies Kind['figures']
