import type { Field, Table } from '../../types/Kind.ts'
import type { Scope } from '../../types/Scope.ts'
import { EARLIER, type Earlier, yearBefore } from './earlierYears.ts'

const chapter = (title: string, section: 'group' | 'table', carry: boolean): Table => ({
  title,
  rows: { from: 'catalogue' },
  section,
  layout: 'card',
  counts: 'row',
  fields: { text: { label: 'Uraian', type: 'prose', need: 'required', ...(carry && { carry: true }) } },
})

const analysis = (label: string, help: string, need: Field['need'] = 'required'): Field => ({
  label,
  help,
  type: 'prose',
  need,
})

/** The result of an earlier year without a report in the system. The help is shown once, at the first. */
const earlier = (back: Earlier): Field => ({
  label: (s: Scope) => `Realisasi ${yearBefore(s, back)}`,
  ...(back === '1' && { help: 'Tahun-tahun lalu diisi hanya bila laporan kinerjanya belum ada di sini.' }),
  type: 'measure',
  need: 'optional',
})
const earlierFields = Object.fromEntries(EARLIER.map(back => [`earlier${back}`, earlier(back)])) as Record<
  `earlier${Earlier}`,
  Field
>

const year = (s: Scope) => s.period.slice(0, 4)

/** The four chapters: the third goes objective by objective, with the numbers of each and seven analyses of them. */
export const tables = {
  opening: chapter('Pendahuluan dan perencanaan', 'group', true),
  objectives: {
    title: 'Bab III Akuntabilitas kinerja',
    rows: { from: 'source', source: 'agreement', table: 'objectives' },
    section: 'row',
    layout: 'card',
    counts: 'no',
    fields: {},
  },
  indicators: {
    title: 'Indikator kinerja',
    rows: { from: 'source', source: 'agreement', table: 'indicators', of: 'objectives' },
    layout: 'card',
    counts: 'no',
    fields: {
      final: {
        label: (s: Scope) => `Realisasi akhir ${year(s)}`,
        help: 'Diisi hanya bila berbeda dari pengukuran Triwulan IV, misalnya karena data resminya baru terbit.',
        type: 'measure',
        need: 'optional',
      },
      ...earlierFields,
      national: {
        label: 'Standar atau capaian nasional',
        help: 'Bila ada yang sepadan dengan indikator ini.',
        type: 'measure',
        need: 'optional',
      },
      nationalSource: { label: 'Sumber dan tahun angka nasional', type: 'text', max: 300, need: 'optional' },
    },
  },
  // after their numbers
  analyses: {
    title: 'Analisis capaian kinerja',
    rows: { from: 'each', of: 'objectives' },
    layout: 'card',
    counts: 'row',
    fields: {
      thisYear: analysis('1. Target dan realisasi tahun ini', 'Tercapai atau tidak, dan apa artinya bagi sasaran ini.'),
      earlier: analysis(
        '2. Dibandingkan tahun lalu dan beberapa tahun terakhir',
        'Naik, turun, atau tetap, dan mengapa.',
      ),
      midTerm: analysis(
        '3. Terhadap target jangka menengah (Renstra)',
        'Seberapa jauh sudah menuju target akhir Renstra.',
      ),
      national: analysis(
        '4. Terhadap standar nasional',
        'Bila ada standar atau capaian nasional yang sepadan.',
        'optional',
      ),
      causes: analysis(
        '5. Penyebab keberhasilan atau kegagalan dan solusinya',
        'Faktor pendukung, faktor penghambat, dan alternatif solusi yang telah dilakukan.',
      ),
      efficiency: analysis(
        '6. Efisiensi penggunaan sumber daya',
        'Anggaran, pegawai, dan sarana dibandingkan capaiannya.',
      ),
      programs: analysis(
        '7. Program dan kegiatan yang menunjang',
        'Yang menunjang keberhasilan atau menyebabkan kegagalan pencapaian sasaran.',
      ),
    },
  },
  programs: {
    title: 'Bab III Realisasi anggaran',
    rows: { from: 'source', source: 'agreement', table: 'programs' },
    layout: 'card',
    counts: 'row',
    fields: {
      objective: { label: 'Sasaran yang ditunjang', type: 'ref', to: 'objectives' },
      spent: {
        label: 'Realisasi akhir',
        help: 'Diisi hanya bila berbeda dari pengukuran Triwulan IV.',
        type: 'number',
        min: '0',
        decimals: 2,
        unit: 'Rp',
        need: 'optional',
      },
      note: { label: 'Keterangan', type: 'text', max: 1000, need: 'optional' },
    },
  },
  closing: chapter('Bab IV Penutup', 'table', false),
} satisfies Record<string, Table>
