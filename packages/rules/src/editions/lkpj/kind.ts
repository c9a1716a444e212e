// LKPJ of the regency (PP 13/2019, Permendagri 18/2020): five chapters; those of chapter III are the three elements of the regulation.
import { chartOf, isData } from '../charts.ts'
import type { EditionKind } from '../EditionKind.ts'
import { completeness, section } from '../section.ts'
import { allAssistance } from '../tables/assistance.ts'
import { budget, budgetChart, budgetSummary } from '../tables/budget.ts'
import { policies, recommendations } from '../tables/council.ts'
import { programIndicators, programProblems, programs, programsByUrusan } from '../tables/programs.ts'

export const lkpj: EditionKind = {
  type: 'lkpj',
  title: 'Laporan Keterangan Pertanggungjawaban',
  shortTitle: 'LKPJ',
  reportType: 'lkpj',
  period: 'year',
  reads: period => [
    { form: 'lkpj/tahunan', period },
    { form: 'lkpj/apbd', period },
    { form: 'lkpj/rekomendasi', period },
  ],
  outline: {
    legal: 'UU 23/2014 Pasal 71; PP 13/2019; Permendagri 18/2020',
    chapters: [
      {
        id: 'bab-1',
        number: 'BAB I',
        title: 'Pendahuluan',
        sections: [
          section('dasar-hukum', '1.1', 'Dasar hukum', 'Peraturan yang menjadi dasar penyusunan LKPJ.'),
          section('visi-misi', '1.2', 'Visi dan misi', 'Visi, misi, dan prioritas pembangunan daerah.'),
          section(
            'data-umum',
            '1.3',
            'Data umum daerah',
            'Keadaan geografis, penduduk, pertumbuhan ekonomi, dan perangkat daerah.',
          ),
          section(
            'apbd',
            '1.4',
            'Pelaksanaan APBD',
            'Pendapatan, belanja, dan pembiayaan: anggaran, realisasi, dan penjelasannya.',
            {
              tables: ['apbd'],
              charts: ['grafik-apbd'],
            },
          ),
        ],
      },
      {
        id: 'bab-2',
        number: 'BAB II',
        title: 'Perubahan Penjabaran APBD',
        sections: [
          section(
            'perubahan-apbd',
            '',
            'Perubahan penjabaran APBD',
            'Perubahan penjabaran APBD selama tahun berjalan dan dasarnya.',
          ),
        ],
      },
      {
        id: 'bab-3',
        number: 'BAB III',
        title: 'Hasil Penyelenggaraan Urusan Pemerintahan yang Menjadi Kewenangan Daerah',
        sections: [
          section(
            'urusan',
            '3.1',
            'Anggaran dan realisasi menurut urusan',
            'Gambaran anggaran, realisasi, dan capaian tiap urusan.',
            {
              tables: ['program-urusan'],
              charts: ['grafik-urusan'],
            },
          ),
          section(
            'program',
            '3.2',
            'Capaian pelaksanaan program dan kegiatan',
            'Capaian program dan kegiatan tiap perangkat daerah.',
            {
              tables: ['program', 'indikator-program'],
            },
          ),
          section(
            'masalah',
            '3.3',
            'Permasalahan dan upaya penyelesaian',
            'Permasalahan dalam melaksanakan program dan kegiatan, dan upaya mengatasinya.',
            {
              tables: ['masalah-program'],
            },
          ),
          section(
            'kebijakan',
            '3.4',
            'Kebijakan strategis',
            'Kebijakan strategis yang ditetapkan kepala daerah dan pelaksanaannya.',
            {
              tables: ['kebijakan'],
            },
          ),
          section(
            'rekomendasi',
            '3.5',
            'Tindak lanjut rekomendasi DPRD',
            'Tindak lanjut tiap rekomendasi DPRD atas LKPJ tahun sebelumnya.',
            {
              tables: ['rekomendasi'],
            },
          ),
        ],
      },
      {
        id: 'bab-4',
        number: 'BAB IV',
        title: 'Capaian Kinerja Pelaksanaan Tugas Pembantuan dan Penugasan',
        sections: [
          section(
            'tugas-pembantuan',
            '',
            'Tugas pembantuan dan penugasan',
            'Tugas yang diterima dan yang diberikan: dasar hukum, pelaksana, anggaran, dan realisasi.',
            {
              tables: ['tugas-pembantuan'],
            },
          ),
        ],
      },
      {
        id: 'bab-5',
        number: 'BAB V',
        title: 'Penutup',
        sections: [section('penutup', '', 'Penutup', 'Kesimpulan dan harapan kepada DPRD.')],
      },
    ],
  },
  tables: {
    apbd: budget,
    'apbd-ringkas': budgetSummary,
    'program-urusan': programsByUrusan,
    program: programs,
    'indikator-program': programIndicators,
    'masalah-program': programProblems,
    kebijakan: policies,
    rekomendasi: recommendations,
    'tugas-pembantuan': allAssistance,
  },
  charts: {
    'grafik-apbd': budgetChart,
    'grafik-urusan': chartOf({
      id: 'grafik-urusan',
      title: 'Serapan anggaran menurut urusan',
      unit: '%',
      from: programsByUrusan,
      lines: isData,
      category: 'name',
      series: [{ name: 'Serapan', column: 'absorption' }],
    }),
  },
  leftOut: {
    'lkpj/tahunan': {
      default: 'Rincian sub kegiatan dimuat pada LKPJ perangkat daerah (lihat daftar sumber).',
      completeness,
    },
    'lkpj/apbd': {
      default: 'Jumlah yang diketik perangkat daerah dipakai memeriksa penjumlahan; yang dimuat adalah penjumlahannya.',
      completeness,
    },
    'lkpj/rekomendasi': { default: 'Perangkat daerah yang dituju; dimuat di samping tindak lanjutnya.', completeness },
  },
  reviewed: false,
  sentTo: [
    {
      id: 'dprd',
      name: 'Dewan Perwakilan Rakyat Daerah',
      by: 'disampaikan dalam rapat paripurna',
      legal: 'UU 23/2014 Pasal 71; PP 13/2019: paling lambat 3 bulan setelah tahun anggaran berakhir',
    },
  ],
}
