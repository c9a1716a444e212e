import type { FrozenBlock, FrozenSection } from '../../form/frozenSections.ts'
import { decimalText, exact, zero } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import type { PaperGiven, PaperKind, PaperTable, PaperWord } from '../../papers/PaperKind.ts'
import { paperNumber, paperWord } from '../../papers/paperWord.ts'
import { rowsIn } from '../../papers/templateParts.ts'
import { shortDay } from '../../periods/dates.ts'
import { periodYear } from '../../periods/period.ts'
import type { Figure } from '../../types/Figure.ts'
import { tables } from './tables.ts'

const scoreOf = ({ figures }: PaperGiven, row: string): Figure | undefined =>
  figures.find(figure => figure.code === 'sakip.score' && figure.row === row)
const shown = (figure: Figure | undefined): PaperWord =>
  figure?.value ? formatNumber(figure.value, { decimals: 2 }) : '-'
/** The weight that the score was computed with. */
const weightOf = (given: PaperGiven, row: string) => exact(scoreOf(given, row)?.derivation.params.factor ?? '0')

/** `5 dari 6`: the criteria the evaluator found met. */
function criteriaMet(blocks: readonly FrozenBlock[]): string {
  const criteria = rowsIn(blocks, 'criteria')
  return `${criteria.filter(({ values }) => values.verified === true).length} dari ${criteria.length}`
}

/** A line for each component with the sum of its weights and its score, and one for each of its subcomponents. */
function componentLines(given: PaperGiven, section: FrozenSection): PaperTable['lines'] {
  const rows = rowsIn([section], 'subcomponents')
  const weight = rows.reduce((sum, row) => sum.plus(weightOf(given, row.id)), zero)
  return [
    {
      sum: true,
      cells: [
        { text: section.title, columns: 2 },
        { text: paperNumber(decimalText(weight)) },
        { text: '' },
        { text: '' },
        { text: shown(scoreOf(given, section.id)) },
      ],
    },
    ...rows.map(row => ({
      cells: [
        { text: row.code ?? '' },
        { text: row.label },
        { text: paperNumber(decimalText(weightOf(given, row.id))) },
        { text: criteriaMet(row.blocks) },
        { text: paperWord(row.values.grade) ?? '-' },
        { text: shown(scoreOf(given, row.id)) },
      ],
    })),
  ]
}

const components = (given: PaperGiven): FrozenSection[] =>
  given.sections.filter(section => rowsIn([section], 'subcomponents').length > 0)

/** No. | Komponen/subkomponen | Bobot | Kriteria terpenuhi | Nilai | Skor. */
const worksheet = (given: PaperGiven): PaperTable => {
  const all = rowsIn(given.sections, 'subcomponents').reduce((sum, row) => sum.plus(weightOf(given, row.id)), zero)
  return {
    columns: [
      { title: 'No.', share: 7 },
      { title: 'Komponen/subkomponen', share: 45 },
      { title: 'Bobot', share: 10, number: true },
      { title: 'Kriteria terpenuhi', share: 15 },
      { title: 'Nilai', share: 9 },
      { title: 'Skor', share: 11, number: true },
    ],
    lines: [
      ...components(given).flatMap(section => componentLines(given, section)),
      {
        sum: true,
        cells: [
          { text: 'Nilai akuntabilitas kinerja', columns: 2 },
          { text: paperNumber(decimalText(all)) },
          { text: '' },
          { text: '' },
          { text: shown(scoreOf(given, '')) },
        ],
      },
    ],
  }
}

/** No. | what is listed | when or in which state; one line that says so where there is nothing. */
const listed = (titles: [string, string], lines: [PaperWord, PaperWord][]): PaperTable => ({
  columns: [
    { title: 'No.', share: 7 },
    { title: titles[0], share: 68 },
    { title: titles[1], share: 25 },
  ],
  lines:
    lines.length > 0
      ? lines.map(([what, second], nth) => ({ cells: [{ text: `${nth + 1}.` }, { text: what }, { text: second }] }))
      : [{ cells: [{ text: 'Tidak ada.', columns: 3 }] }],
})

const notes = ({ sections }: PaperGiven): PaperTable =>
  listed(
    ['Catatan penilai', 'Subkomponen'],
    rowsIn(sections, 'subcomponents')
      .filter(({ values }) => values.note !== undefined)
      .map(({ values, code }) => [paperWord(values.note), code ?? '']),
  )

const recommendations = ({ sections }: PaperGiven): PaperTable =>
  listed(
    ['Rekomendasi', 'Ditindaklanjuti paling lambat'],
    rowsIn(sections, 'recommendations').map(({ values }) => [
      paperWord(values.text),
      typeof values.due === 'string' ? shortDay(values.due) : null,
    ]),
  )

/** Last year's, with what the office did and whether the evaluator calls it settled. */
const followUps = ({ sections }: PaperGiven): PaperTable => {
  const { options } = tables.followUps.fields.status as { options: { id: string; label: string }[] }
  return listed(
    ['Rekomendasi tahun lalu', 'Keadaan'],
    rowsIn(sections, 'followUps').map(({ label, values: { status, settled } }) => {
      const state = options.find(({ id }) => id === status)?.label ?? '-'
      return [label, settled === true ? `${state}, dinyatakan tuntas` : state]
    }),
  )
}

/** The worksheet of an evaluation with its predicate and recommendations (PermenPANRB 88/2021). */
export const evaluationPaper: PaperKind = {
  places: {
    tahun: ({ period }) => String(periodYear(period)),
    daerah: ({ region }) => region,
    'perangkat-daerah': ({ office }) => office,
    tempat: ({ place }) => place,
    tanggal: () => null,
    nilai: given => shown(scoreOf(given, '')),
    predikat: given => scoreOf(given, '')?.band?.label ?? '-',
  },
  tables: { komponen: worksheet, catatan: notes, rekomendasi: recommendations, 'tindak-lanjut': followUps },
  signers: { inspektur: () => ({ job: null, name: null, under: [`NIP ${'.'.repeat(32)}`] }) },
  template: [
    { part: 'letterhead', office: 'Inspektorat' },
    {
      part: 'title',
      lines: ['LEMBAR KERJA EVALUASI', 'AKUNTABILITAS KINERJA INSTANSI PEMERINTAH TAHUN {tahun}'],
    },
    {
      part: 'facts',
      facts: [
        { name: 'Perangkat daerah', said: '{perangkat-daerah}' },
        { name: 'Nilai', said: '{nilai}' },
        { name: 'Predikat', said: '{predikat}' },
      ],
    },
    { part: 'heading', text: 'A. Nilai menurut komponen' },
    { part: 'table', table: 'komponen' },
    { part: 'heading', text: 'B. Catatan penilai' },
    { part: 'table', table: 'catatan' },
    { part: 'heading', text: 'C. Tindak lanjut rekomendasi tahun lalu' },
    { part: 'table', table: 'tindak-lanjut' },
    { part: 'heading', text: 'D. Rekomendasi' },
    { part: 'table', table: 'rekomendasi' },
    { part: 'signatures', on: '{tempat}, {tanggal}', by: [{ as: '', signer: 'inspektur' }] },
  ],
}
