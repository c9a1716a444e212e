// LKjIP of the regency (Perpres 29/2014, PermenPANRB 53/2014): four chapters; the seven analyses are with the tables of chapter III.
import { chartOf, isData } from '../charts.ts'
import type { EditionKind } from '../EditionKind.ts'
import { completeness, section } from '../section.ts'
import { agreementMoney, agreementResults, fromLkjip } from '../tables/accountability.ts'
import { comparison } from '../tables/comparison.ts'

export const lkjip: EditionKind = {
  type: 'lkjip',
  title: 'Laporan Kinerja Instansi Pemerintah',
  shortTitle: 'LKjIP',
  reportType: 'sakip',
  period: 'year',
  reads: period => [{ form: 'sakip/lkjip', period }],
  outline: {
    legal: 'Perpres 29/2014; PermenPANRB 53/2014',
    chapters: [
      {
        id: 'bab-1',
        number: 'BAB I',
        title: 'Pendahuluan',
        sections: [
          section('ikhtisar', '', 'Ikhtisar eksekutif', 'Ringkasan capaian, keberhasilan, dan yang belum tercapai.', {
            optional: true,
          }),
          section(
            'gambaran-umum',
            '1.1',
            'Gambaran umum',
            'Tugas dan fungsi, struktur organisasi, dan sumber daya manusia.',
          ),
          section(
            'isu-strategis',
            '1.2',
            'Aspek dan isu strategis',
            'Aspek strategis organisasi dan permasalahan utama yang dihadapi.',
          ),
        ],
      },
      {
        id: 'bab-2',
        number: 'BAB II',
        title: 'Perencanaan Kinerja',
        sections: [
          section(
            'rencana-strategis',
            '2.1',
            'Rencana strategis',
            'Tujuan, sasaran, indikator kinerja utama, dan targetnya menurut RPJMD.',
          ),
          section(
            'perjanjian-kinerja',
            '2.2',
            'Perjanjian kinerja',
            'Ikhtisar perjanjian kinerja tahun ini dan perubahannya.',
          ),
        ],
      },
      {
        id: 'bab-3',
        number: 'BAB III',
        title: 'Akuntabilitas Kinerja',
        sections: [
          section('capaian', '3.1', 'Capaian kinerja organisasi', 'Target dan realisasi tahun ini tiap sasaran.', {
            tables: ['akuntabilitas'],
            charts: ['grafik-capaian'],
          }),
          section(
            'perbandingan',
            '3.2',
            'Perbandingan capaian',
            'Dengan tahun lalu dan tahun-tahun terakhir, dengan target jangka menengah, dan dengan standar nasional.',
            {
              tables: ['perbandingan'],
            },
          ),
          section(
            'analisis',
            '3.3',
            'Analisis keberhasilan dan kegagalan',
            'Penyebab keberhasilan atau kegagalan, solusi yang telah dilakukan, serta program dan kegiatan yang menunjang.',
          ),
          section(
            'anggaran',
            '3.4',
            'Realisasi anggaran dan efisiensi',
            'Realisasi anggaran untuk perjanjian kinerja dan efisiensi penggunaan sumber daya.',
            {
              tables: ['anggaran-kinerja'],
            },
          ),
        ],
      },
      {
        id: 'bab-4',
        number: 'BAB IV',
        title: 'Penutup',
        sections: [section('penutup', '', 'Penutup', 'Kesimpulan umum dan langkah perbaikan kinerja.')],
      },
    ],
  },
  tables: {
    akuntabilitas: agreementResults(fromLkjip),
    perbandingan: comparison,
    'anggaran-kinerja': agreementMoney(fromLkjip),
  },
  charts: {
    'grafik-capaian': chartOf({
      id: 'grafik-capaian',
      title: 'Capaian kinerja menurut perangkat daerah',
      unit: '%',
      from: agreementMoney(fromLkjip),
      lines: isData,
      category: 'name',
      series: [{ name: 'Capaian kinerja', column: 'office' }],
    }),
  },
  leftOut: {
    'sakip/lkjip': {
      default: 'Uraian dan analisis perangkat daerah dimuat pada LKjIP masing-masing (lihat daftar sumber).',
      completeness,
    },
  },
  reviewed: true,
  sentTo: [
    {
      id: 'menteri-panrb',
      name: 'Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi',
      by: 'melalui aplikasi e-SAKIP (ESR)',
      legal: 'Perpres 29/2014: paling lambat 3 bulan setelah tahun anggaran berakhir',
    },
    {
      id: 'menteri-dagri',
      name: 'Menteri Dalam Negeri',
      by: 'dengan tembusan kepada Gubernur',
      legal: 'Perpres 29/2014',
    },
  ],
}
