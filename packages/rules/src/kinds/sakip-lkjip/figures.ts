import { togetherFigures } from '../sakip-pengukuran-triwulan/togetherOf.ts'
import { EARLIER, type Earlier } from './earlierYears.ts'

const ago = { '1': 'setahun', '2': 'dua tahun', '3': 'tiga tahun', '4': 'empat tahun' } as const
const before = <P extends string>(code: P, label: string, unit: string) =>
  Object.fromEntries(EARLIER.map(back => [`${code}${back}`, { label: `${label} ${ago[back]} lalu`, unit }])) as Record<
    `${P}${Earlier}`,
    { label: string; unit: string }
  >

export const figures = {
  'sakip.target': { label: 'Target', unit: '' },
  'sakip.realization': { label: 'Realisasi', unit: '' },
  'sakip.achievement': { label: 'Capaian', unit: '%' },
  ...before('sakip.realization', 'Realisasi', ''),
  ...before('sakip.achievement', 'Capaian', '%'),
  'sakip.change': { label: 'Perubahan realisasi dari tahun lalu', unit: '' },
  'sakip.midTerm': { label: 'Capaian terhadap target akhir Renstra', unit: '%' },
  'sakip.national': { label: 'Capaian terhadap standar nasional', unit: '%' },
  'sakip.objective': { label: 'Capaian sasaran', unit: '%' },
  'sakip.office': { label: 'Capaian perangkat daerah', unit: '%' },
  'sakip.budget': { label: 'Pagu', unit: 'Rp' },
  'sakip.spent': { label: 'Realisasi anggaran', unit: 'Rp' },
  'sakip.remaining': { label: 'Sisa anggaran', unit: 'Rp' },
  'sakip.absorption': { label: 'Serapan anggaran', unit: '%' },
  'sakip.efficiency': { label: 'Efisiensi', unit: '%' },
  ...togetherFigures,
}
