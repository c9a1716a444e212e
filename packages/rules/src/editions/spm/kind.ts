// The SPM report of the regency for a quarter (PP 2/2018, Permendagri 59/2021): the outline is stable over years in reports seen.
import type { EditionKind } from '../EditionKind.ts'
import { section } from '../section.ts'
import {
  spmAchievement,
  spmActions,
  spmBudget,
  spmIndexChart,
  spmProblems,
  spmQuality,
  spmStaff,
  spmStages,
} from '../tables/services.ts'

export const spm: EditionKind = {
  type: 'spm',
  title: 'Laporan Penerapan Standar Pelayanan Minimal',
  shortTitle: 'Laporan SPM',
  reportType: 'spm',
  period: 'quarter',
  reads: period => [{ form: 'spm/triwulan', period }],
  outline: {
    legal: 'PP 2/2018; Permendagri 59/2021',
    chapters: [
      {
        id: 'bab-1',
        number: 'BAB I',
        title: 'Pendahuluan',
        sections: [
          section('latar-belakang', 'A', 'Latar belakang', 'Mengapa dan untuk apa SPM diterapkan di daerah.'),
          section('dasar-hukum', 'B', 'Dasar hukum', 'Peraturan yang menjadi dasar penerapan SPM.'),
          section(
            'kebijakan-umum',
            'C',
            'Kebijakan umum',
            'Kebijakan umum daerah tentang SPM, termasuk dalam RPJMD dan RKPD.',
          ),
          section('arah-kebijakan', 'D', 'Arah kebijakan', 'Arah kebijakan pemenuhan SPM tahun ini.'),
        ],
      },
      {
        id: 'bab-2',
        number: 'BAB II',
        title: 'Penerapan dan Pencapaian SPM',
        sections: [
          section(
            'capaian',
            'A',
            'Jenis pelayanan dasar, target, dan realisasi',
            'Tiap bidang: jenis pelayanan dasar, penerima, target, dan realisasinya.',
            {
              tables: ['spm-capaian'],
              charts: ['grafik-spm'],
            },
          ),
          section(
            'mutu',
            'B',
            'Mutu minimal layanan',
            'Barang dan jasa, tenaga, serta prosedur yang harus dipenuhi dan yang terpenuhi.',
            {
              tables: ['spm-mutu'],
            },
          ),
          section(
            'anggaran',
            'C',
            'Alokasi anggaran',
            'Anggaran tiap jenis pelayanan dasar menurut sumber dana, dan realisasinya.',
            {
              tables: ['spm-anggaran'],
            },
          ),
          section('personel', 'D', 'Dukungan personel', 'Tenaga yang melaksanakan tiap jenis pelayanan dasar.', {
            tables: ['spm-personel'],
          }),
          section(
            'masalah',
            'E',
            'Permasalahan dan solusi',
            'Kendala tiap jenis pelayanan dasar dan jalan keluarnya.',
            {
              tables: ['spm-masalah'],
            },
          ),
        ],
      },
      {
        id: 'bab-3',
        number: 'BAB III',
        title: 'Program dan Kegiatan',
        sections: [
          section(
            'program',
            'A',
            'Program dan kegiatan yang menunjang',
            'Program dan kegiatan tiap bidang yang menunjang penerapan SPM.',
          ),
          section(
            'tahapan',
            'B',
            'Tahapan penerapan',
            'Pengumpulan data, penghitungan kebutuhan, penyusunan rencana, dan pelaksanaan.',
            {
              tables: ['spm-tahapan'],
            },
          ),
          section('aksi', 'C', 'Rencana aksi', 'Yang akan dilakukan, oleh siapa, dan kapan.', { tables: ['spm-aksi'] }),
        ],
      },
      {
        id: 'bab-4',
        number: 'BAB IV',
        title: 'Penutup',
        sections: [section('penutup', '', 'Penutup', 'Kesimpulan dan tindak lanjut.')],
      },
    ],
  },
  tables: {
    'spm-capaian': spmAchievement,
    'spm-mutu': spmQuality,
    'spm-anggaran': spmBudget,
    'spm-personel': spmStaff,
    'spm-masalah': spmProblems,
    'spm-tahapan': spmStages,
    'spm-aksi': spmActions,
  },
  charts: {
    'grafik-spm': spmIndexChart,
  },
  leftOut: {
    'spm/triwulan': {
      default:
        'Penjelasan dan dasar penghitungan perangkat daerah; ada pada laporan yang disetujui (lihat daftar sumber).',
      'spm.own': 'Hasil triwulan ini saja; laporan memuat hasil sejak awal tahun.',
      'spm.officeIndex': 'Indeks internal perangkat daerah bukan bagian laporan daerah.',
      completeness: 'Kelengkapan pengisian bukan capaian SPM.',
    },
  },
  reviewed: false,
  sentTo: [
    {
      id: 'menteri',
      name: 'Menteri Dalam Negeri',
      by: 'melalui Gubernur sebagai wakil Pemerintah Pusat, dan e-SPM',
      legal: 'PP 2/2018; Permendagri 59/2021',
    },
  ],
}
