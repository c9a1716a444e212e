// LPPD of the regency (PP 13/2019, Permendagri 18/2020): five chapters. The titles of the chapters were seen in a seeder of another
// regency, their sections come from memory: a region adjusts them.
import { parsePeriod, periodKey, type Quarter } from '../../periods/period.ts'
import { chartOf, isData } from '../charts.ts'
import type { EditionKind } from '../EditionKind.ts'
import { completeness, section } from '../section.ts'
import { agreementMoney, agreementResults, fromLppd } from '../tables/accountability.ts'
import { centralAssistance, provincialAssistance } from '../tables/assistance.ts'
import { budget, budgetChart, budgetSummary } from '../tables/budget.ts'
import { keyOutcomes, keyOutputs, supportOutcomes } from '../tables/keyIndicators.ts'
import { macro } from '../tables/macro.ts'
import { spmAchievement, spmBudget, spmIndexChart, spmProblems, spmStaff } from '../tables/services.ts'

const lastQuarter: Quarter = 4

export const lppd: EditionKind = {
  type: 'lppd',
  title: 'Laporan Penyelenggaraan Pemerintahan Daerah',
  shortTitle: 'LPPD',
  reportType: 'lppd',
  period: 'year',
  reads: period => [
    { form: 'lppd/makro', period },
    { form: 'lppd/tahunan', period },
    { form: 'spm/triwulan', period: periodKey({ ...parsePeriod(period), quarter: lastQuarter }) },
    { form: 'lkpj/apbd', period },
  ],
  outline: {
    legal: 'PP 13/2019 Pasal 10; Permendagri 18/2020',
    chapters: [
      {
        id: 'bab-1',
        number: 'BAB I',
        title: 'Pendahuluan',
        sections: [
          section(
            'penjelasan-umum',
            '1.1',
            'Penjelasan umum',
            'Undang-undang pembentukan daerah, keadaan geografis, jumlah penduduk, jumlah kecamatan, desa, dan kelurahan, jumlah perangkat daerah dan pegawai, serta realisasi pendapatan dan belanja menurut jenisnya.',
            { tables: ['apbd-ringkas'], charts: ['grafik-apbd'] },
          ),
          section(
            'perencanaan-pembangunan',
            '1.2',
            'Perencanaan pembangunan daerah',
            'Permasalahan strategis, visi dan misi kepala daerah, program pembangunan menurut RPJMD, dan kegiatan menurut RKPD.',
          ),
          section(
            'penerapan-spm',
            '1.3',
            'Penerapan standar pelayanan minimal',
            'Urusan pemerintahan wajib pelayanan dasar dan jenis pelayanan dasar yang diterapkan.',
          ),
        ],
      },
      {
        id: 'bab-2',
        number: 'BAB II',
        title: 'Capaian Kinerja Penyelenggaraan Pemerintahan Daerah',
        sections: [
          section(
            'makro',
            '2.1',
            'Capaian kinerja makro',
            'Enam indikator makro: capaian tahun lalu, tahun ini, dan lajunya, dengan penjelasan yang naik dan yang turun.',
            {
              tables: ['makro'],
            },
          ),
          section(
            'ikk-keluaran',
            '2.2.1',
            'IKK keluaran',
            'Capaian indikator kinerja kunci keluaran (output) tiap urusan.',
            {
              tables: ['ikk-keluaran'],
            },
          ),
          section(
            'ikk-hasil',
            '2.2.2',
            'IKK hasil',
            'Capaian indikator kinerja kunci hasil (outcome) tiap urusan, dengan penjelasan yang menonjol.',
            {
              tables: ['ikk-hasil'],
            },
          ),
          section(
            'ikk-penunjang',
            '2.2.3',
            'IKK fungsi penunjang',
            'Capaian indikator kinerja kunci fungsi penunjang urusan pemerintahan.',
            {
              tables: ['ikk-penunjang'],
            },
          ),
          section(
            'akuntabilitas',
            '2.3',
            'Capaian akuntabilitas kinerja',
            'Perjanjian kinerja, pengukuran, analisis capaian, realisasi anggaran, dan efisiensi.',
            {
              tables: ['akuntabilitas', 'anggaran-kinerja'],
              charts: ['grafik-akuntabilitas'],
            },
          ),
        ],
      },
      {
        id: 'bab-3',
        number: 'BAB III',
        title: 'Capaian Kinerja Pelaksanaan Tugas Pembantuan',
        sections: [
          section(
            'bantuan-pusat',
            '3.1',
            'Tugas pembantuan Pemerintah Pusat',
            'Dasar hukum, pemberi tugas, perangkat daerah pelaksana, program dan kegiatan, alokasi, dan realisasi.',
            {
              tables: ['bantuan-pusat'],
            },
          ),
          section(
            'bantuan-provinsi',
            '3.2',
            'Tugas pembantuan Pemerintah Provinsi',
            'Dasar hukum, pemberi tugas, perangkat daerah pelaksana, program dan kegiatan, alokasi, dan realisasi.',
            {
              tables: ['bantuan-provinsi'],
            },
          ),
          section(
            'bantuan-masalah',
            '3.3',
            'Permasalahan dan kendala',
            'Permasalahan dalam melaksanakan tugas pembantuan dan yang dilakukan untuk mengatasinya.',
            {
              optional: true,
            },
          ),
        ],
      },
      {
        id: 'bab-4',
        number: 'BAB IV',
        title: 'Penerapan dan Pencapaian Standar Pelayanan Minimal',
        sections: [
          section(
            'spm-capaian',
            '4.1',
            'Jenis pelayanan dasar, target, dan realisasi',
            'Tiap urusan: jenis pelayanan dasar, target pencapaian, dan realisasinya.',
            {
              tables: ['spm-capaian'],
              charts: ['grafik-spm'],
            },
          ),
          section('spm-anggaran', '4.2', 'Alokasi anggaran', 'Anggaran yang disediakan untuk SPM dan realisasinya.', {
            tables: ['spm-anggaran'],
          }),
          section('spm-personel', '4.3', 'Dukungan personel', 'Tenaga yang melaksanakan pelayanan dasar.', {
            tables: ['spm-personel'],
          }),
          section(
            'spm-masalah',
            '4.4',
            'Permasalahan dan solusi',
            'Yang menghambat pemenuhan pelayanan dasar dan jalan keluarnya; program dan kegiatan yang menunjang.',
            {
              tables: ['spm-masalah'],
            },
          ),
        ],
      },
      {
        id: 'bab-5',
        number: 'BAB V',
        title: 'Penutup',
        sections: [section('penutup', '', 'Penutup', 'Kesimpulan dan langkah perbaikan tahun berikutnya.')],
      },
    ],
  },
  tables: {
    makro: macro,
    'ikk-keluaran': keyOutputs,
    'ikk-hasil': keyOutcomes,
    'ikk-penunjang': supportOutcomes,
    akuntabilitas: agreementResults(fromLppd),
    'anggaran-kinerja': agreementMoney(fromLppd),
    'bantuan-pusat': centralAssistance,
    'bantuan-provinsi': provincialAssistance,
    'spm-capaian': spmAchievement,
    'spm-anggaran': spmBudget,
    'spm-personel': spmStaff,
    'spm-masalah': spmProblems,
    apbd: budget,
    'apbd-ringkas': budgetSummary,
  },
  charts: {
    'grafik-apbd': budgetChart,
    'grafik-akuntabilitas': chartOf({
      id: 'grafik-akuntabilitas',
      title: 'Capaian perjanjian kinerja menurut perangkat daerah',
      unit: '%',
      from: agreementMoney(fromLppd),
      lines: isData,
      category: 'name',
      series: [{ name: 'Capaian kinerja', column: 'office' }],
    }),
    'grafik-spm': spmIndexChart,
  },
  leftOut: {
    'lppd/tahunan': {
      default:
        'Dasar penghitungan dan keterangan perangkat daerah; ada pada laporan yang disetujui (lihat daftar sumber).',
      'lppd.previous': 'Capaian tahun lalu dihitung lagi menurut rumus tahun ini; dimuat pada LPPD tahun lalu.',
      'lppd.change': 'Laju perubahan tiap indikator; dimuat pada laporan perangkat daerah.',
      completeness,
    },
    'lppd/makro': {
      default: 'Keterangan publikasi; ada pada laporan yang disetujui.',
      completeness,
    },
    'spm/triwulan': {
      default: 'Rincian mutu minimal, tahapan, dan rencana aksi dimuat pada Laporan SPM.',
      'spm.own': 'Hasil triwulan ini saja; laporan memuat hasil sejak awal tahun.',
      'spm.officeIndex': 'Indeks internal perangkat daerah bukan bagian laporan daerah.',
      completeness,
    },
    'lkpj/apbd': {
      default: 'Rincian APBD dimuat pada LKPJ; LPPD memuat ringkasannya.',
      completeness,
    },
  },
  reviewed: true,
  sentTo: [
    {
      id: 'menteri',
      name: 'Menteri Dalam Negeri',
      by: 'melalui Gubernur sebagai wakil Pemerintah Pusat, dan SILPPD',
      legal: 'UU 23/2014 Pasal 70; PP 13/2019 Pasal 11: paling lambat 3 bulan setelah tahun anggaran berakhir',
    },
  ],
}
