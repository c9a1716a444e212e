// SPM of one office and quarter (PP 2/2018, Permendagri 59/2021). Counts run from 1 January against the target of the year.
import { defineKind } from '../../form/defineKind.ts'
import { previousPeriod } from '../../periods/period.ts'
import { check } from './check.ts'
import { compute } from './compute.ts'
import { consolidate } from './consolidate.ts'
import { figures } from './figures.ts'
import { findings } from './findings.ts'
import { tables } from './tables.ts'

export const kind = defineKind({
  form: 'spm/triwulan',
  title: 'Laporan penerapan SPM',
  period: 'quarter',
  numbered: false,
  reviewer: 'verifier',
  papers: { 'laporan-spm': 'laporan SPM' },
  headSigns: 'laporan-spm',
  sources: period => ({ previous: { form: 'spm/triwulan', period: previousPeriod(period) } }),
  tables,
  findings,
  figures,
  check,
  compute,
  consolidate: { of: 'layanan', by: 'urusan dan layanan', counts: 'spm.index', compute: consolidate },
})
