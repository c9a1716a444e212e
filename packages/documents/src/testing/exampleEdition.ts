import type {
  EditionLine,
  EditionTable,
  FrozenBlockOfEdition,
  FrozenChapter,
  FrozenEdition,
  SaidText,
} from '@sepakat/rules/editions/FrozenEdition.ts'
import { decimalText, divide, exact, hundred } from '@sepakat/rules/numbers/decimal.ts'

interface Size {
  /** Tables in all; by default 12. */
  tables?: number
  /** Lines of each; by default 12. */
  lines?: number
  draft?: boolean
}

const offices = [
  'Dinas Pendidikan dan Kebudayaan',
  'Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana',
  'Badan Pengelolaan Keuangan dan Aset Daerah',
  'Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman',
  'Sekretariat DPRD',
  'Kecamatan Krayan Selatan',
]
const said: SaidText = [
  { piece: 'text', text: 'Penyelenggaraan pemerintahan daerah dilaksanakan menurut ' },
  { piece: 'text', text: 'Peraturan Pemerintah Nomor 13 Tahun 2019', bold: true },
  { piece: 'text', text: ' dan dipertanggungjawabkan kepada masyarakat. Belanja yang terserap sebesar ' },
  {
    piece: 'figure',
    of: { form: 'lppd/tahunan', period: '2025', code: 'belanja', row: '' },
    said: 'Rp1.234.567.890.123,45',
    value: '1234567890123.45',
    unit: 'Rp',
    coverage: { owed: 19, reported: 19, approved: 19 },
    standing: 'final',
  },
  { piece: 'text', text: ', atau ' },
  { piece: 'direction', said: 'naik' },
  { piece: 'text', text: ' dibandingkan tahun sebelumnya, sedangkan pertanggungjawaban keuangannya ' },
  { piece: 'text', text: 'belum diperiksa', italic: true },
  { piece: 'text', text: '.' },
]

/** Numbers in an order of their own, the same each time. */
const drawn = (seed: number) => {
  let state = seed
  return (most: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % most
  }
}

/** Budget and realization by office, with sums that a sheet computes and shares that it divides. */
export function exampleTable(n: number, count: number): EditionTable {
  const next = drawn(n + 7)
  const data = Array.from({ length: count }, (_, at): EditionLine => {
    const budget = exact(`${next(900_000_000) + 1_000}${String(next(1000)).padStart(3, '0')}.${next(90) + 10}`)
    const spent = exact(`${next(900_000_000)}${String(next(1000)).padStart(3, '0')}.5`)
    return {
      level: 1,
      cells: {
        name: { text: `${offices[at % offices.length]} ${at + 1}` },
        budget: { value: decimalText(budget) },
        spent: at % 11 === 7 ? { text: 'tidak dapat dihitung' } : { value: decimalText(spent) },
        share: at % 11 === 7 ? { value: null } : shareOf(spent, budget),
      },
    }
  })
  const lines = data.map((_, at) => at + 1)
  const sum = (id: 'budget' | 'spent') =>
    data.reduce((total, { cells }) => total.plus(exact(cells[id]?.value ?? '0')), exact('0'))
  const whole = lines.filter(line => line % 11 !== 8)
  return {
    id: `t${n}`,
    title: `Anggaran dan realisasi program urusan ke-${n + 1} menurut perangkat daerah`,
    columns: [
      { id: 'name', title: 'Perangkat daerah', share: 5 },
      { id: 'budget', title: 'Anggaran', share: 3, number: true, decimals: 2, unit: 'Rp' },
      { id: 'spent', title: 'Realisasi', share: 3, number: true, decimals: 2, unit: 'Rp' },
      { id: 'share', title: 'Terserap', share: 2, number: true, decimals: 2, unit: '%' },
    ],
    lines: [
      { as: 'group', cells: { name: { text: 'Urusan pemerintahan wajib yang berkaitan dengan pelayanan dasar' } } },
      ...data,
      {
        as: 'sum',
        cells: {
          name: { text: 'Jumlah' },
          budget: { value: decimalText(sum('budget')), formula: { sum: lines } },
          spent: {
            value: decimalText(sum('spent')),
            formula: { sum: whole },
            coverage: { owed: 19, reported: 17, approved: 12 },
          },
          share: shareOf(sum('spent'), sum('budget')),
        },
      },
    ],
    notes: ['Sumber: laporan perangkat daerah yang disetujui. Dibulatkan hanya saat ditampilkan.'],
  }
}

const shareOf = (spent: ReturnType<typeof exact>, budget: ReturnType<typeof exact>) => ({
  value: decimalText(divide(spent.times(hundred), budget).round(6)),
  formula: { ratio: ['spent', 'budget'] as [string, string], times: '100' },
})

/** So many columns that it needs a page on its side; with codes, and a number longer than a sheet keeps. */
const wideTable: EditionTable = {
  id: 'wide',
  title: 'Capaian indikator kinerja kunci menurut triwulan',
  columns: [
    { id: 'code', title: 'Kode', share: 1 },
    { id: 'name', title: 'Indikator', share: 3 },
    ...['I', 'II', 'III', 'IV'].flatMap(quarter => [
      { id: `t${quarter}`, title: `Target TW ${quarter}`, share: 1, number: true as const },
      { id: `r${quarter}`, title: `Realisasi TW ${quarter}`, share: 1, number: true as const },
    ]),
  ],
  lines: Array.from({ length: 9 }, (_, at) => ({
    cells: {
      code: { text: `1.01.02.2.01.${String(at).padStart(4, '0')}` },
      name: {
        text:
          at === 4
            ? 'DPA/A.1/1.01.2.22.0.00.01.0000/001/2025-PERUBAHAN-KEDUA'
            : `Persentase anak usia sekolah yang bersekolah (${at})`,
      },
      ...Object.fromEntries(
        ['I', 'II', 'III', 'IV'].flatMap((quarter, n) => [
          [`t${quarter}`, { value: `${at * 7 + n}.25` }],
          [`r${quarter}`, at === 3 && n === 0 ? { value: '1234567890123456789.25' } : { value: `${at * 6 + n}` }],
        ]),
      ),
    },
  })),
  notes: [],
}

const blocksOf = (chapter: number, tables: number, lines: number): FrozenBlockOfEdition[] => [
  { block: 'paragraph', text: said },
  { block: 'heading', text: [{ piece: 'text', text: 'Yang dicapai' }] },
  { block: 'bullets', items: [said, [{ piece: 'text', text: '=HYPERLINK("http://contoh") dan #set text(red)' }]] },
  { block: 'numbers', items: [said, said] },
  { block: 'quote', text: [{ piece: 'text', text: 'Melayani dengan sepenuh hati.' }] },
  ...Array.from({ length: tables }, (_, n): FrozenBlockOfEdition[] => [
    { block: 'paragraph', text: said },
    { block: 'table', number: `Tabel ${chapter}.${n + 1}`, table: exampleTable(chapter * 100 + n, lines) },
  ]).flat(),
]

/** An edition as a regency has one: chapters with texts of each style, tables with sums, charts, annexes. */
export function exampleEdition({ tables = 12, lines = 12, draft = false }: Size = {}): FrozenEdition {
  const chapters = ['PENDAHULUAN', 'CAPAIAN KINERJA', 'TUGAS PEMBANTUAN', 'STANDAR PELAYANAN MINIMAL', 'PENUTUP'].map(
    (title, at): FrozenChapter => ({
      id: `c${at}`,
      number: `BAB ${['I', 'II', 'III', 'IV', 'V'][at]}`,
      title,
      sections: [
        {
          id: `c${at}s1`,
          number: `${at + 1}.1`,
          title: 'Gambaran umum',
          blocks: blocksOf(at + 1, Math.ceil(tables / 5), lines),
        },
        ...(at === 1 ? [chartSection] : []),
      ],
    }),
  )
  return {
    type: 'lppd',
    title: 'Laporan Penyelenggaraan Pemerintahan Daerah',
    region: 'Kabupaten Nunukan',
    period: '2025',
    periodWords: 'Tahun 2025',
    version: 2,
    frozen: draft ? null : { at: '2026-03-30T04:00:00.000Z', by: 'Koordinator', sha256: 'a1b2c3d4e5f60718'.repeat(4) },
    chapters,
    annexes: [{ id: 'review', title: 'Pernyataan telah direviu', blocks: [{ block: 'paragraph', text: said }] }],
    missing: [{ what: 'SPM Ketenteraman, Satuan Polisi Pamong Praja', why: 'belum dikirim' }],
    leftOut: [{ what: 'Catatan internal perangkat daerah', why: 'tidak diminta regulasi', values: 12 }],
    sources: Array.from({ length: 30 }, (_, n) => ({
      office: offices[n % offices.length] ?? '',
      form: 'LPPD tahunan',
      period: '2025',
      submission: `LPPD-2025-${String(n + 1).padStart(6, '0')}`,
      revision: 1 + (n % 3),
      sha256: (n + 1).toString(16).padStart(64, '0'),
      at: '2026-02-28T17:00:00.000Z',
    })),
  }
}

const chartSection: FrozenChapter['sections'][number] = {
  id: 'c1s2',
  number: '2.2',
  title: 'Perbandingan',
  blocks: [
    {
      block: 'chart',
      number: 'Gambar 2.1',
      chart: {
        id: 'bars',
        title: 'Capaian menurut perangkat daerah',
        as: 'bars',
        unit: '%',
        categories: offices,
        series: [
          { name: '2024', values: ['80.5', '91', '77.25', '60', null, '99'] },
          { name: '2025', values: ['82', '93.75', '70', '66', '100', '98.5'] },
        ],
        notes: ['Sekretariat DPRD belum ada pada tahun 2024.'],
      },
    },
    {
      block: 'chart',
      number: 'Gambar 2.2',
      chart: {
        id: 'lines',
        title: 'Indeks pembangunan manusia',
        as: 'lines',
        unit: 'indeks',
        categories: ['2021', '2022', '2023', '2024', '2025'],
        series: [
          { name: 'Nunukan', values: ['66.5', '67.1', null, '68.9', '69.4'] },
          { name: 'Provinsi', values: ['70', '71.2', '71.9', '72.5', '73'] },
        ],
        notes: [],
      },
    },
    { block: 'table', number: 'Tabel 2.99', table: wideTable },
  ],
}
