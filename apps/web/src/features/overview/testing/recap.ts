import { type Derivation, defaultRuleSet, type FigureSpec, makeFigure } from '@sepakat/rules'
import type { RecapData, RecapItem } from '../recapLines.ts'

const labels: Record<string, string> = {
  'spm.index': 'Indeks pencapaian SPM',
  'spm.recipients': 'Capaian penerima layanan',
  'spm.urusanIndex': 'Indeks pencapaian SPM urusan',
  'spm.regionIndex': 'Indeks pencapaian SPM daerah',
}
const rowLabels: Record<string, string> = {
  kesehatan: 'Kesehatan',
  sosial: 'Sosial',
  'ibu-hamil': 'Ibu hamil',
  balita: 'Balita',
  gepeng: 'Gelandangan dan pengemis',
}
const office = { id: '0199f5a0-0000-7000-8000-000000000001', name: 'Dinas Kesehatan', shortName: 'Dinkes' }

export const item = (
  code: string,
  row: string,
  value: string | null,
  { ruleSet = '2021.1', ...more }: Partial<FigureSpec> & Partial<Pick<Derivation, 'ruleSet'>> = {},
): RecapItem => ({
  label: labels[code] ?? code,
  rowLabel: rowLabels[row] ?? '',
  rowCode: '',
  coverage: { owed: 1, reported: value === null ? 0 : 1, approved: value === null ? 0 : 1 },
  standing: value === null ? 'incomplete' : 'final',
  group: '',
  offices: code === 'spm.index' ? [office] : [],
  more: 0,
  figure: makeFigure(
    {
      code,
      row,
      formula: 'mean.1',
      inputs: value === null ? [] : [{ name: row, at: `figure:spm.recipients/${row}`, value }],
      unit: '',
      band: defaultRuleSet.spm.scale,
      basis: 'year-to-date',
      ...more,
    },
    ruleSet,
  ),
})

const from = (code: string, ...rows: [string, string][]) => ({
  inputs: rows.map(([row, value]) => ({ name: row, at: `figure:${code}/${row}`, value })),
})
const missing = (at: string) => ({ left: [{ at, why: 'empty' as const }] })

const all = { owed: 3, reported: 2, approved: 1 }
/** Without its category, as an incomplete figure has none. */
const partly = (whole: RecapItem, coverage: RecapItem['coverage']): RecapItem => ({
  ...whole,
  coverage,
  standing: 'incomplete',
  figure: { ...whole.figure, band: null },
})

/** Two services of three reported, one of the two approved. */
export const recap: RecapData = {
  form: 'spm/triwulan',
  period: '2026-TW3',
  branch: null,
  ruleSet: '2021.1',
  standing: 'incomplete',
  coverage: all,
  notUsing: [{ ...office, id: '0199f5a0-0000-7000-8000-000000000002', name: 'Sekretariat Daerah' }],
  recomputing: 0,
  unlike: [],
  reports: [{ office: office.id, submission: 'sub-dinkes', revision: 2 }],
  names: labels,
  items: [
    item('spm.index', 'ibu-hamil', '90'),
    item('spm.index', 'balita', null, missing(`${office.id}:figure:spm.index/balita`)),
    item('spm.recipients', 'gepeng', '75'),
    item('spm.index', 'gepeng', '75', from('spm.recipients', ['gepeng', '75'])),
    partly(
      item('spm.urusanIndex', 'kesehatan', '90', {
        ...from('spm.index', ['ibu-hamil', '90']),
        ...missing('figure:spm.index/balita'),
      }),
      { owed: 2, reported: 1, approved: 1 },
    ),
    item('spm.urusanIndex', 'sosial', '75', from('spm.index', ['gepeng', '75'])),
    partly(item('spm.regionIndex', '', '82.5', from('spm.urusanIndex', ['kesehatan', '90'], ['sosial', '75'])), all),
  ],
}
