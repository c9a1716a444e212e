// LKPJ of one office and year (PP 13/2019, Permendagri 18/2020): what it did by programme, activity and sub-activity. Money is
// typed at the lowest level only; everything above it is a sum.
import { defineKind } from '../../form/defineKind.ts'
import { previousPeriod } from '../../periods/period.ts'
import { check } from './check.ts'
import { compute } from './compute.ts'
import { consolidate } from './consolidate.ts'
import { figures } from './figures.ts'
import { findings } from './findings.ts'
import { codesOf, readDpaLines } from './readDpaLines.ts'
import { tables } from './tables.ts'

export const kind = defineKind({
  form: 'lkpj/tahunan',
  title: 'Program, kegiatan, dan sub kegiatan',
  period: 'year',
  numbered: false,
  reviewer: 'verifier',
  papers: { 'bahan-lkpj': 'bahan LKPJ' },
  headSigns: 'bahan-lkpj',
  sources: period => ({
    previous: { form: 'lkpj/tahunan', period: previousPeriod(period) },
    council: { form: 'lkpj/rekomendasi', period, of: 'region' },
  }),
  tables,
  tree: {
    tables: ['programs', 'indicators', 'activities', 'subactivities'],
    columns: [
      { field: 'unit' },
      { field: 'target' },
      { field: 'realization' },
      { figures: ['lkpj.achievement', 'lkpj.physical'] },
      { field: 'before', sum: 'lkpj.before' },
      { field: 'after', sum: 'lkpj.budget' },
      { field: 'spent', sum: 'lkpj.spent' },
      { figures: ['lkpj.absorption'] },
    ],
  },
  findings,
  figures,
  lines: {
    table: 'programs',
    title: 'Tempel baris DPA',
    help: 'Baris DPA atau nomenklatur dengan kolom kode, nama, anggaran, dan target; boleh juga sumber dana, indikator, satuan, dan realisasi. Anggaran diambil dari sub kegiatan saja. Nama dan satuan yang tidak tertulis diambil dari daftar nomenklatur daerah. Isian yang sudah ada tidak diubah.',
    codes: codesOf,
    read: readDpaLines,
  },
  check,
  compute,
  consolidate: { of: 'perangkat daerah', by: 'urusan', counts: 'completeness', compute: consolidate },
})
