import type { FrozenRow } from '../../form/frozenSections.ts'
import { decimalText, exact } from '../../numbers/decimal.ts'
import { declaredOnPaper } from '../../papers/declaredOnPaper.ts'
import { figureOf, moneyOnPaper, shareOnPaper } from '../../papers/figureOnPaper.ts'
import type { PaperGiven, PaperKind, PaperTable, PaperWord } from '../../papers/PaperKind.ts'
import { paperMoney, paperNumber, paperWord } from '../../papers/paperWord.ts'
import { headSigner, listed, officePlaces, rowsIn } from '../../papers/templateParts.ts'
import { programTemplate } from './programTemplate.ts'
import { tables } from './tables.ts'

type Lines = PaperTable['lines']

/** All rows of the tree from above, each before those below it. */
const tree = (given: PaperGiven): FrozenRow[] =>
  rowsIn(given.sections, 'programs').flatMap(program => [
    program,
    ...rowsIn(program.blocks, 'activities').flatMap(activity => [
      activity,
      ...rowsIn(activity.blocks, 'subactivities'),
    ]),
  ])

/** Indikator | Satuan | Target | Realisasi | %, of the row itself and not of what is below it. */
const aimsOf = (given: PaperGiven, { blocks }: FrozenRow) =>
  (blocks.find(({ table }) => table === 'indicators')?.rows ?? []).map(({ id, values }): PaperWord[] => [
    paperWord(values.name),
    paperWord(values.unit) ?? '–',
    paperNumber(values.target) ?? '–',
    paperNumber(values.realization) ?? '–',
    shareOnPaper(figureOf(given, 'lkpj.achievement', id)),
  ])

/** Alokasi | Realisasi | %: typed of a sub-activity, else the sum of what is below. */
const moneyOf = (given: PaperGiven, { table, id, values }: FrozenRow): PaperWord[] => [
  ...(table === 'subactivities'
    ? [paperMoney(values.after ?? values.before), paperMoney(values.spent)]
    : [moneyOnPaper(figureOf(given, 'lkpj.budget', id)), moneyOnPaper(figureOf(given, 'lkpj.spent', id))]),
  shareOnPaper(figureOf(given, 'lkpj.absorption', id)),
]

/** Kode | Program, kegiatan, sub kegiatan | Indikator | Satuan | Fisik: target, realisasi, % | Keuangan: alokasi, realisasi, %. */
function achievements(given: PaperGiven): PaperTable {
  const lines = tree(given).flatMap((row): Lines => {
    const bold = row.table === 'subactivities' ? {} : { sum: true as const }
    const physical = shareOnPaper(figureOf(given, 'lkpj.physical', row.id))
    const aims = aimsOf(given, row)
    const own = aims.length > 0 ? aims : [['–', '–', '–', '–', physical]]
    const rows = own.length
    return own.map((aim, nth) => ({
      ...bold,
      cells: [
        ...(nth === 0
          ? [
              { text: paperWord(row.values.code), rows },
              { text: paperWord(row.values.name), rows },
            ]
          : []),
        ...aim.map(text => ({ text })),
        ...(nth === 0 ? moneyOf(given, row).map(text => ({ text, rows })) : []),
      ],
    }))
  })
  const whole: Lines[number] = {
    sum: true,
    cells: [
      { text: 'Jumlah', columns: 6 },
      { text: shareOnPaper(figureOf(given, 'lkpj.physical', '')) },
      { text: moneyOnPaper(figureOf(given, 'lkpj.budget', '')) },
      { text: moneyOnPaper(figureOf(given, 'lkpj.spent', '')) },
      { text: shareOnPaper(figureOf(given, 'lkpj.absorption', '')) },
    ],
  }
  return listed(
    [
      { title: 'Kode', share: 10 },
      { title: 'Program, kegiatan, sub kegiatan', share: 20 },
      { title: 'Indikator', share: 17 },
      { title: 'Satuan', share: 7 },
      { title: 'Target', over: 'Fisik', share: 8, number: true },
      { title: 'Realisasi', over: 'Fisik', share: 8, number: true },
      { title: '%', over: 'Fisik', share: 6, number: true },
      { title: 'Alokasi (Rp)', over: 'Keuangan', share: 12, number: true },
      { title: 'Realisasi (Rp)', over: 'Keuangan', share: 12, number: true },
      { title: '%', over: 'Keuangan', share: 6, number: true },
    ],
    lines.length > 0 ? [...lines, whole] : [],
  )
}

/** Kode | Program | Sebelum | Setelah perubahan | Bertambah atau berkurang. */
function budgets(given: PaperGiven): PaperTable {
  const cells = (row: string) => {
    const [before, last] = (['lkpj.before', 'lkpj.budget'] as const).map(code => figureOf(given, code, row))
    const change = before?.value && last?.value ? decimalText(exact(last.value).minus(exact(before.value))) : null
    return [{ text: moneyOnPaper(before) }, { text: moneyOnPaper(last) }, { text: change ? paperMoney(change) : '–' }]
  }
  const programs = rowsIn(given.sections, 'programs')
  return listed(
    [
      { title: 'Kode', share: 12 },
      { title: 'Program', share: 40 },
      { title: 'Sebelum perubahan (Rp)', share: 16, number: true },
      { title: 'Setelah perubahan (Rp)', share: 16, number: true },
      { title: 'Bertambah/berkurang (Rp)', share: 16, number: true },
    ],
    programs.length === 0
      ? []
      : [
          ...programs.map(({ id, values }) => ({
            cells: [{ text: paperWord(values.code) }, { text: paperWord(values.name) }, ...cells(id)],
          })),
          { sum: true, cells: [{ text: 'Jumlah', columns: 2 }, ...cells('')] },
        ],
  )
}

/** Kode | Program atau sub kegiatan | Permasalahan | Upaya: those of which something is told. */
const problems = (given: PaperGiven): PaperTable =>
  listed(
    [
      { title: 'Kode', share: 12 },
      { title: 'Program atau sub kegiatan', share: 24 },
      { title: 'Permasalahan', share: 32 },
      { title: 'Upaya mengatasi permasalahan', share: 32 },
    ],
    tree(given)
      .filter(({ values }) => paperWord(values.problem) || paperWord(values.remedy))
      .map(({ values }) => ({
        cells: [
          { text: paperWord(values.code) },
          { text: paperWord(values.name) },
          { text: paperWord(values.problem) ?? '–' },
          { text: paperWord(values.remedy) ?? '–' },
        ],
      })),
  )

const recommendations = ({ sections }: PaperGiven): PaperTable =>
  listed(
    [
      { title: 'No.', share: 5 },
      { title: 'Rekomendasi DPRD', share: 40 },
      { title: 'Tindak lanjut', share: 39 },
      { title: 'Keadaan', share: 16 },
    ],
    rowsIn(sections, 'recommendations').map(({ label, values }, nth) => {
      const { options } = tables.recommendations.fields.progress as { options: { id: string; label: string }[] }
      return {
        cells: [
          { text: `${nth + 1}.` },
          { text: label },
          { text: paperWord(values.followUp) },
          { text: options.find(({ id }) => id === values.progress)?.label ?? '–' },
        ],
      }
    }),
    'Tidak ada rekomendasi DPRD yang ditujukan kepada perangkat daerah ini.',
  )

const policies = ({ sections }: PaperGiven): PaperTable =>
  listed(
    [
      { title: 'No.', share: 5 },
      { title: 'Kebijakan strategis', share: 35 },
      { title: 'Pelaksanaan', share: 35 },
      { title: 'Program, kegiatan, dan sub kegiatan', share: 25 },
    ],
    rowsIn(sections, 'policies').map(({ label, values }, nth) => ({
      cells: [
        { text: `${nth + 1}.` },
        { text: label },
        { text: paperWord(values.implementation) },
        { text: paperWord(values.through) ?? '–' },
      ],
    })),
    'Tidak ada kebijakan strategis yang dilaksanakan perangkat daerah ini.',
  )

function assistance(given: PaperGiven): PaperTable {
  const block = given.sections.flatMap(({ blocks }) => blocks).find(({ table }) => table === 'assistance')
  return listed(
    [
      { title: 'Dasar hukum', share: 12 },
      { title: 'Instansi pemberi', share: 11 },
      { title: 'Tugas atau kegiatan', share: 14 },
      { title: 'Nomor DIPA', share: 9 },
      { title: 'Jangka waktu', share: 9 },
      { title: 'Pagu (Rp)', share: 10, number: true },
      { title: 'Realisasi (Rp)', share: 10, number: true },
      { title: '%', share: 5, number: true },
      { title: 'Permasalahan', share: 10 },
      { title: 'Upaya', share: 10 },
    ],
    (block?.rows ?? []).map(({ id, values }) => ({
      cells: [
        { text: paperWord(values.basis) },
        { text: paperWord(values.giver) },
        { text: paperWord(values.task) },
        { text: paperWord(values.dipa) ?? '–' },
        { text: paperWord(values.duration) ?? '–' },
        { text: paperMoney(values.budget) },
        { text: paperMoney(values.spent) },
        { text: shareOnPaper(figureOf(given, 'lkpj.absorption', id)) },
        { text: paperWord(values.problem) ?? '–' },
        { text: paperWord(values.remedy) ?? '–' },
      ],
    })),
    declaredOnPaper(block?.head) ?? 'Tidak ada.',
  )
}

/** The office's part of the LKPJ (PP 13/2019, Permendagri 18/2020), in the columns of its sheet. */
export const programPaper: PaperKind = {
  places: {
    ...officePlaces,
    anggaran: given => moneyOnPaper(figureOf(given, 'lkpj.budget', '')),
    realisasi: given => moneyOnPaper(figureOf(given, 'lkpj.spent', '')),
    serapan: given => shareOnPaper(figureOf(given, 'lkpj.absorption', '')),
    fisik: given => shareOnPaper(figureOf(given, 'lkpj.physical', '')),
  },
  tables: {
    capaian: achievements,
    anggaran: budgets,
    permasalahan: problems,
    rekomendasi: recommendations,
    kebijakan: policies,
    'tugas-pembantuan': assistance,
  },
  signers: { kepala: headSigner },
  template: programTemplate,
}
