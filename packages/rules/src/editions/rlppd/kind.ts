// RLPPD (PP 13/2019): the summary of the LPPD for the public. Its content comes from memory; a region adjusts it.
import type { EditionKind } from '../EditionKind.ts'
import { completeness, section } from '../section.ts'
import { budgetChart, budgetSummary } from '../tables/budget.ts'
import { basicOutcomes } from '../tables/keyIndicators.ts'
import { macro } from '../tables/macro.ts'

const onlyDetails = 'Dimuat pada LPPD; ringkasan ini memuat kinerja makro dan urusan pelayanan dasar.'

export const rlppd: EditionKind = {
  type: 'rlppd',
  title: 'Ringkasan Laporan Penyelenggaraan Pemerintahan Daerah',
  shortTitle: 'RLPPD',
  reportType: 'lppd',
  period: 'year',
  reads: period => [
    { form: 'lppd/makro', period },
    { form: 'lppd/tahunan', period },
    { form: 'lkpj/apbd', period },
  ],
  outline: {
    legal: 'UU 23/2014 Pasal 72; PP 13/2019',
    chapters: [
      {
        id: 'ringkasan',
        number: '',
        title: 'Ringkasan Penyelenggaraan Pemerintahan Daerah',
        sections: [
          section(
            'makro',
            '1',
            'Capaian kinerja makro',
            'Enam indikator makro dan perkembangannya, dengan kata-kata yang dimengerti masyarakat.',
            {
              tables: ['makro'],
            },
          ),
          section(
            'pelayanan-dasar',
            '2',
            'Capaian kinerja urusan pelayanan dasar',
            'Ringkasan capaian enam urusan wajib pelayanan dasar.',
            {
              tables: ['ikk-dasar'],
            },
          ),
          section(
            'eppd-opini',
            '3',
            'Hasil EPPD dan opini BPK tahun sebelumnya',
            'Hasil evaluasi penyelenggaraan pemerintahan daerah dan opini BPK atas laporan keuangan tahun sebelumnya.',
          ),
          section(
            'apbd',
            '4',
            'Ringkasan realisasi APBD',
            'Pendapatan, belanja, dan pembiayaan: anggaran dan realisasi.',
            {
              tables: ['apbd-ringkas'],
              charts: ['grafik-apbd'],
            },
          ),
          section('inovasi', '5', 'Inovasi daerah', 'Inovasi yang diterapkan dan manfaatnya bagi masyarakat.'),
        ],
      },
    ],
  },
  tables: { makro: macro, 'ikk-dasar': basicOutcomes, 'apbd-ringkas': budgetSummary },
  charts: {
    'grafik-apbd': budgetChart,
  },
  leftOut: {
    'lppd/tahunan': { default: onlyDetails, completeness },
    'lppd/makro': { default: 'Keterangan publikasi; dimuat pada LPPD.', completeness },
    'lkpj/apbd': { default: 'Rincian APBD dimuat pada LKPJ.', completeness },
  },
  reviewed: false,
  sentTo: [
    {
      id: 'masyarakat',
      name: 'Masyarakat',
      by: 'diumumkan melalui media cetak atau elektronik, bersamaan dengan penyampaian LPPD',
      legal: 'UU 23/2014 Pasal 72',
    },
  ],
}
