// LKPJ of one office and year (PP 13/2019, Permendagri 18/2020): what it did by programme, activity and sub-activity. Money is
// typed at the lowest level only; whatever stands above it is a sum.
import { defineKind } from '../../form/defineKind.ts'
import { previousPeriod } from '../../periods/period.ts'
import { check } from './check.ts'
import { compute } from './compute.ts'
import { figures } from './figures.ts'
import { findings } from './findings.ts'
import { tables } from './tables.ts'

export const kind = defineKind({
  form: 'lkpj/tahunan',
  title: 'Program, kegiatan, dan sub kegiatan',
  period: 'year',
  numbered: false,
  reviewer: 'verifier',
  sources: period => ({
    previous: { form: 'lkpj/tahunan', period: previousPeriod(period) },
    council: { form: 'lkpj/rekomendasi', period, of: 'region' },
  }),
  tables,
  findings,
  figures,
  check,
  compute,
})
