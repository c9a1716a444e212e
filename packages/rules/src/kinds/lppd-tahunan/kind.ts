// LPPD of one office and year (PP 13/2019, Permendagri 18/2020): its key indicators, its accountability from SAKIP, and
// the tasks it carries out for others.
import { defineKind } from '../../form/defineKind.ts'
import { parsePeriod, periodKey, previousPeriod } from '../../periods/period.ts'
import { takenFigures } from './accountability.ts'
import { check } from './check.ts'
import { compute } from './compute.ts'
import { consolidate } from './consolidate.ts'
import { figures } from './figures.ts'
import { findings } from './findings.ts'
import { tables } from './tables.ts'

export const kind = defineKind({
  form: 'lppd/tahunan',
  title: 'Capaian IKK dan tugas pembantuan',
  period: 'year',
  numbered: false,
  reviewer: 'verifier',
  papers: { 'bahan-lppd': 'bahan LPPD' },
  headSigns: 'bahan-lppd',
  sources: period => ({
    previous: { form: 'lppd/tahunan', period: previousPeriod(period) },
    measurement: {
      form: 'sakip/pengukuran-triwulan',
      period: periodKey({ ...parsePeriod(period), quarter: 4 }),
      figures: takenFigures,
    },
  }),
  tables,
  findings,
  figures,
  check,
  compute,
  consolidate: { of: 'indikator', by: 'indikator', counts: 'lppd.ikk', compute: consolidate },
})
