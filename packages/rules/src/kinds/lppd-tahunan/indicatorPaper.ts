import type { FrozenRow } from '../../form/frozenSections.ts'
import { declaredOnPaper } from '../../papers/declaredOnPaper.ts'
import { figureOf, measureOnPaper, moneyOnPaper, shareOnPaper } from '../../papers/figureOnPaper.ts'
import type { PaperGiven, PaperKind, PaperTable, PaperWord } from '../../papers/PaperKind.ts'
import { paperMoney, paperNumber, paperWord } from '../../papers/paperWord.ts'
import { headSigner, listed, officePlaces, rowsIn } from '../../papers/templateParts.ts'
import type { Figure } from '../../types/Figure.ts'
import { formulaWords } from '../../words/figureText.ts'
import { tables } from './tables.ts'

type Cells = PaperTable['lines'][number]['cells']
const notOperands = ['source', 'explanation', 'unit', 'previousSource']

/** What an indicator is computed from: its numerator and denominator, or what else its formula asks; checks and parts too. */
function elements({ fields, values, blocks }: FrozenRow): [name: string, said: PaperWord][] {
  const own = Object.keys(tables.indicators.fields).filter(field => field in fields && !notOperands.includes(field))
  return [
    ...own.map((field): [string, PaperWord] => [fields[field] ?? field, paperNumber(values[field]) ?? '–']),
    ...rowsIn(blocks, 'checks').map((row): [string, PaperWord] => [
      row.label,
      row.values.met === true ? 'terpenuhi' : row.values.met === false ? 'tidak terpenuhi' : '–',
    ]),
    ...rowsIn(blocks, 'parts').map((row): [string, PaperWord] => {
      const weight = paperNumber(row.values.weight)
      return [weight ? `${row.label} (bobot ${weight})` : row.label, paperNumber(row.values.value) ?? '–']
    }),
  ]
}

/** `Pembilang ÷ penyebut × 100`, or what its formula is called. */
function formulaOf({ derivation }: Figure): string {
  const factor = derivation.params.factor ?? '100'
  const times = factor === '1' ? '' : ` × ${paperNumber(factor)}`
  return derivation.formula === 'ratio.1' ? `Pembilang ÷ penyebut${times}` : formulaWords(derivation)
}

/** The lines of one indicator: one for each element of its data, beside which the rest goes down. */
function indicatorLines(given: PaperGiven, row: FrozenRow): PaperTable['lines'] {
  const { id, code = '', label, values } = row
  const result = figureOf(given, 'lppd.ikk', id)
  const nothing = declaredOnPaper(values)
  const data = nothing ? [] : elements(row)
  const rows = Math.max(1, data.length)
  const before: Cells = [
    { text: code, rows },
    { text: label, rows },
    { text: result ? formulaOf(result) : '–', rows },
  ]
  const after: Cells = [
    { text: result?.unit || row.unit || '–', rows },
    { text: measureOnPaper(figureOf(given, 'lppd.previous', id)), rows },
    { text: measureOnPaper(result), rows },
    { text: shareOnPaper(figureOf(given, 'lppd.change', id)), rows },
    { text: paperWord(values.source) ?? '–', rows },
    { text: paperWord(values.explanation) ?? '–', rows },
  ]
  if (data.length === 0) return [{ cells: [...before, { text: nothing ?? '–', columns: 2 }, ...after] }]
  return data.map(([name, said], nth) => ({
    cells: [...(nth === 0 ? before : []), { text: name }, { text: said }, ...(nth === 0 ? after : [])],
  }))
}

/** The groups of key indicators, each a block of its section, with the rows of one table. */
const groups = (given: PaperGiven, table: 'indicators' | 'outputs') =>
  given.sections.flatMap(section =>
    section.blocks
      .filter(block => block.table === 'indicators')
      .map(block => ({ title: block.title, rows: rowsIn([block], table) }))
      .filter(({ rows }) => rows.length > 0),
  )

/** No. IKK | IKK hasil | Rumus | Elemen data | Angka | Satuan | Capaian n-1 | n | Laju | Sumber data | Keterangan. */
const results = (given: PaperGiven): PaperTable =>
  listed(
    [
      { title: 'No. IKK', share: 7 },
      { title: 'IKK hasil', share: 16 },
      { title: 'Rumus', share: 11 },
      { title: 'Elemen data', over: 'Data', share: 17 },
      { title: 'Angka', over: 'Data', share: 9, number: true },
      { title: 'Satuan', share: 7 },
      { title: 'Tahun lalu', over: 'Capaian', share: 7, number: true },
      { title: 'Tahun ini', over: 'Capaian', share: 7, number: true },
      { title: 'Laju (%)', share: 6, number: true },
      { title: 'Sumber data', share: 10 },
      { title: 'Keterangan', share: 10 },
    ],
    groups(given, 'indicators').flatMap(({ title, rows }) => [
      { sum: true as const, cells: [{ text: title, columns: 11 }] },
      ...rows.flatMap(row => indicatorLines(given, row)),
    ]),
    'Perangkat daerah ini tidak mengampu IKK.',
  )

/** No. | IKK keluaran | Satuan | Capaian. */
const outputs = (given: PaperGiven): PaperTable =>
  listed(
    [
      { title: 'No.', share: 12 },
      { title: 'IKK keluaran', share: 56 },
      { title: 'Satuan', share: 16 },
      { title: 'Capaian', share: 16, number: true },
    ],
    groups(given, 'outputs').flatMap(({ title, rows }) => [
      { sum: true as const, cells: [{ text: title, columns: 4 }] },
      ...rows.map(({ code = '', label, unit, values }) => ({
        cells: [
          { text: code },
          { text: label },
          { text: unit ?? '–' },
          { text: declaredOnPaper(values) ?? paperNumber(values.value) },
        ],
      })),
    ]),
  )

/** Sasaran | Indikator kinerja | Satuan | Target | Realisasi | Capaian. */
const accountability = (given: PaperGiven): PaperTable =>
  listed(
    [
      { title: 'Sasaran', share: 30 },
      { title: 'Indikator kinerja', share: 30 },
      { title: 'Satuan', share: 10 },
      { title: 'Target', share: 10, number: true },
      { title: 'Realisasi', share: 10, number: true },
      { title: 'Capaian (%)', share: 10, number: true },
    ],
    rowsIn(given.sections, 'objectives').flatMap(objective => {
      const rows = rowsIn(objective.blocks, 'agreed')
      return rows.map(({ id, label }, nth) => ({
        cells: [
          ...(nth === 0 ? [{ text: objective.label, rows: rows.length }] : []),
          { text: label },
          { text: figureOf(given, 'lppd.target', id)?.unit || '–' },
          { text: measureOnPaper(figureOf(given, 'lppd.target', id)) },
          { text: measureOnPaper(figureOf(given, 'lppd.realization', id)) },
          { text: shareOnPaper(figureOf(given, 'lppd.achievement', id)) },
        ],
      }))
    }),
    'Pengukuran kinerja triwulan IV belum ada.',
  )

const giverOf = ({ giver, agency }: FrozenRow['values']): string =>
  [tables.assistance.fields.giver.options.find(({ id }) => id === giver)?.label, paperWord(agency)]
    .filter(Boolean)
    .join(', ') || '–'

/** Dasar hukum | Pemberi tugas | Tugas | Anggaran | Realisasi | Permasalahan. */
const assistance = (given: PaperGiven): PaperTable => {
  const block = given.sections.flatMap(({ blocks }) => blocks).find(({ table }) => table === 'assistance')
  return listed(
    [
      { title: 'No.', share: 5 },
      { title: 'Dasar hukum', share: 17 },
      { title: 'Pemberi tugas', share: 15 },
      { title: 'Tugas, program, atau kegiatan', share: 20 },
      { title: 'Anggaran (Rp)', share: 13, number: true },
      { title: 'Realisasi (Rp)', share: 13, number: true },
      { title: 'Permasalahan dan kendala', share: 17 },
    ],
    (block?.rows ?? []).map(({ values }, nth) => ({
      cells: [
        { text: `${nth + 1}.` },
        { text: paperWord(values.basis) },
        { text: giverOf(values) },
        { text: paperWord(values.task) },
        { text: paperMoney(values.budget) },
        { text: paperMoney(values.spent) },
        { text: paperWord(values.problems) },
      ],
    })),
    declaredOnPaper(block?.head) ?? 'Tidak ada.',
  )
}

/** The office's part of the LPPD: key indicators with what they are computed from, accountability, tasks for others. */
export const indicatorPaper: PaperKind = {
  places: {
    ...officePlaces,
    'capaian-kinerja': given => shareOnPaper(figureOf(given, 'lppd.office', '')),
    pagu: given => moneyOnPaper(figureOf(given, 'lppd.budget', '')),
    serapan: given => shareOnPaper(figureOf(given, 'lppd.absorption', '')),
    efisiensi: given => shareOnPaper(figureOf(given, 'lppd.efficiency', '')),
  },
  tables: {
    'ikk-hasil': results,
    'ikk-keluaran': outputs,
    akuntabilitas: accountability,
    'tugas-pembantuan': assistance,
  },
  signers: { kepala: headSigner },
  template: [
    { part: 'page', wide: true },
    { part: 'letterhead' },
    {
      part: 'title',
      lines: ['BAHAN LAPORAN PENYELENGGARAAN PEMERINTAHAN DAERAH', '{nama-besar}', 'TAHUN {tahun}'],
    },
    { part: 'heading', text: 'A. Capaian kinerja penyelenggaraan urusan pemerintahan' },
    { part: 'heading', text: '1. IKK hasil (outcome) dan fungsi penunjang', level: 3 },
    { part: 'table', table: 'ikk-hasil' },
    { part: 'heading', text: '2. IKK keluaran (output)', level: 3 },
    { part: 'table', table: 'ikk-keluaran' },
    { part: 'heading', text: 'B. Capaian akuntabilitas kinerja' },
    { part: 'table', table: 'akuntabilitas' },
    {
      part: 'facts',
      facts: [
        { name: 'Capaian kinerja (%)', said: '{capaian-kinerja}' },
        { name: 'Pagu (Rp)', said: '{pagu}' },
        { name: 'Serapan anggaran (%)', said: '{serapan}' },
        { name: 'Efisiensi (%)', said: '{efisiensi}' },
      ],
    },
    { part: 'heading', text: 'C. Capaian kinerja pelaksanaan tugas pembantuan' },
    { part: 'table', table: 'tugas-pembantuan' },
    { part: 'signatures', on: '{tempat}, {tanggal}', by: [{ as: '', signer: 'kepala' }] },
  ],
}
