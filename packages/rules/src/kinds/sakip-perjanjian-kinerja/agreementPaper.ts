import type { PaperGiven, PaperKind, PaperSigner, PaperTable, PaperWord } from '../../papers/PaperKind.ts'
import { paperMoney, paperNumber, paperWord } from '../../papers/paperWord.ts'
import { rowsIn } from '../../papers/templateParts.ts'
import { spelledDay } from '../../periods/dates.ts'
import { periodYear } from '../../periods/period.ts'
import type { FieldId, RowId } from '../../types/Pointer.ts'
import { tables } from './tables.ts'

const valuesOf = ({ sections }: PaperGiven, table: 'parties' | 'document', id: RowId) =>
  rowsIn(sections, table).find(row => row.id === id)?.values ?? {}
const said = (given: PaperGiven, party: 'first' | 'second', field: FieldId) =>
  paperWord(valuesOf(given, 'parties', party)[field])

/** `Plt. Kepala Dinas Sosial`. */
function job(given: PaperGiven, party: 'first' | 'second'): PaperWord {
  const { acting } = valuesOf(given, 'parties', party)
  const before = tables.parties.fields.acting.options.find(({ id }) => id === acting)?.label
  const own = said(given, party, 'job')
  return own && before ? `${before} ${own}` : own
}

/** Who holds an office of state has no NIP on paper: what is empty is left out, and no room is left for it. */
const signer =
  (party: 'first' | 'second') =>
  (given: PaperGiven): PaperSigner => {
    const nip = said(given, party, 'nip')
    return {
      job: job(given, party),
      name: said(given, party, 'name'),
      under: [said(given, party, 'rank'), nip && `NIP ${nip}`].filter(text => text !== null),
    }
  }

/** No. | Sasaran strategis | Indikator kinerja | Satuan | Target. */
function targets({ sections, figures }: PaperGiven): PaperTable {
  const unitOf = (row: RowId) => figures.find(figure => figure.code === 'sakip.target' && figure.row === row)?.unit
  const objectives = rowsIn(sections, 'objectives')
    .map(objective => ({ objective, indicators: rowsIn(objective.blocks, 'indicators') }))
    .filter(({ indicators }) => indicators.length > 0)
  return {
    columns: [
      { title: 'No.', share: 6 },
      { title: 'Sasaran strategis', share: 34 },
      { title: 'Indikator kinerja', share: 34 },
      { title: 'Satuan', share: 12 },
      { title: 'Target', share: 14, number: true },
    ],
    lines: objectives.flatMap(({ objective, indicators }, nth) =>
      indicators.map((indicator, at) => ({
        cells: [
          ...(at === 0
            ? [
                { text: `${nth + 1}.`, rows: indicators.length },
                { text: objective.label, rows: indicators.length },
              ]
            : []),
          { text: indicator.label },
          { text: unitOf(indicator.id) || '-' },
          { text: paperNumber(indicator.values.target) },
        ],
      })),
    ),
  }
}

/** No. | Program | Anggaran | Keterangan, which says where the money comes from; the sum is the figure of the form. */
function programmes({ sections, figures }: PaperGiven): PaperTable {
  const total = figures.find(({ code }) => code === 'sakip.budget')?.value
  const rows = rowsIn(sections, 'programs')
  return {
    columns: [
      { title: 'No.', share: 6 },
      { title: 'Program', share: 52 },
      { title: 'Anggaran (Rp)', share: 24, number: true },
      { title: 'Keterangan', share: 18 },
    ],
    lines: [
      ...rows.map(({ values }, nth) => ({
        cells: [
          { text: `${nth + 1}.` },
          { text: paperWord(values.name) },
          { text: paperMoney(values.budget) },
          { text: paperWord(values.fund) ?? '' },
        ],
      })),
      {
        sum: true,
        cells: [{ text: 'Jumlah', columns: 2 }, { text: paperMoney(total) }, { text: '' }],
      },
    ],
  }
}

const both = [
  { as: 'Pihak Kedua', signer: 'second' },
  { as: 'Pihak Pertama', signer: 'first' },
]
const signatures = { part: 'signatures', on: '{tempat}, {tanggal}', by: both } as const

/** The agreement to be signed: the statement, and its annex with targets and programmes (PermenPANRB 53/2014, Lampiran I). */
export const agreementPaper: PaperKind = {
  places: {
    tahun: ({ period }) => String(periodYear(period)),
    perubahan: ({ number }) => (number > 2 ? ` PERUBAHAN KE-${number - 1}` : number > 1 ? ' PERUBAHAN' : ''),
    'perangkat-daerah': ({ office }) => office.toUpperCase(),
    'nama-pertama': given => said(given, 'first', 'name'),
    'jabatan-pertama': given => job(given, 'first'),
    'nama-kedua': given => said(given, 'second', 'name'),
    'jabatan-kedua': given => job(given, 'second'),
    tempat: given => paperWord(valuesOf(given, 'document', 'document').place) ?? given.place,
    tanggal: given => {
      const day = valuesOf(given, 'document', 'document').date
      return typeof day === 'string' ? spelledDay(day) : null
    },
  },
  tables: { sasaran: targets, program: programmes },
  signers: { first: signer('first'), second: signer('second') },
  template: [
    { part: 'letterhead' },
    { part: 'title', lines: ['PERJANJIAN KINERJA{perubahan} TAHUN {tahun}'] },
    {
      part: 'text',
      text: 'Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini:',
    },
    {
      part: 'facts',
      facts: [
        { name: 'Nama', said: '{nama-pertama}' },
        { name: 'Jabatan', said: '{jabatan-pertama}' },
      ],
    },
    { part: 'text', text: 'selanjutnya disebut Pihak Pertama.' },
    {
      part: 'facts',
      facts: [
        { name: 'Nama', said: '{nama-kedua}' },
        { name: 'Jabatan', said: '{jabatan-kedua}' },
      ],
    },
    { part: 'text', text: 'selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua.' },
    {
      part: 'text',
      text: 'Pihak Pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.',
    },
    {
      part: 'text',
      text: 'Pihak Kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.',
    },
    signatures,
    { part: 'page' },
    {
      part: 'title',
      lines: ['LAMPIRAN PERJANJIAN KINERJA{perubahan} TAHUN {tahun}', '{perangkat-daerah}'],
    },
    { part: 'heading', text: 'Sasaran strategis, indikator kinerja, dan target' },
    { part: 'table', table: 'sasaran' },
    { part: 'heading', text: 'Program dan anggaran' },
    { part: 'table', table: 'program' },
    signatures,
  ],
}
