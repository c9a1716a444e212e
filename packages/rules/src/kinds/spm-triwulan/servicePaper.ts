import type { FrozenBlock, FrozenRow } from '../../form/frozenSections.ts'
import { groupBy } from '../../grouping/groupBy.ts'
import { decimalText, divide, exact, hundred, isDecimal, zero } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import { declaredOnPaper } from '../../papers/declaredOnPaper.ts'
import { figureOf, shareOnPaper } from '../../papers/figureOnPaper.ts'
import type { PaperGiven, PaperKind, PaperTable, PaperWord } from '../../papers/PaperKind.ts'
import { paperMoney, paperNumber, paperWord } from '../../papers/paperWord.ts'
import { headSigner, listed, officePlaces, rowsIn } from '../../papers/templateParts.ts'
import type { Cell } from '../../types/Answers.ts'
import type { Exact } from '../../types/Decimal.ts'
import { serviceTemplate } from './serviceTemplate.ts'
import { tables } from './tables.ts'

type Lines = PaperTable['lines']
const amountIn = (cell: Cell | undefined): Exact | null =>
  typeof cell === 'string' && isDecimal(cell) ? exact(cell) : null
const shown = (value: Exact): string => paperMoney(decimalText(value)) ?? ''
const services = ({ sections }: PaperGiven): FrozenRow[] => rowsIn(sections, 'recipients')
const blockOf = ({ blocks }: FrozenRow, table: string): FrozenBlock | undefined =>
  blocks.find(one => one.table === table)
const rowsOf = (service: FrozenRow, table: string): FrozenRow[] => blockOf(service, table)?.rows ?? []
const optionOf = (field: { options: readonly { id: string; label: string }[] }, cell: Cell | undefined): PaperWord =>
  field.options.find(({ id }) => id === cell)?.label ?? '–'
/** What is still to be served, where both are numbers; 0 where more was served than is due. */
function left(due: Cell | undefined, done: Cell | undefined): string {
  const [all, some] = [amountIn(due), amountIn(done)]
  if (!all || !some) return '–'
  return formatNumber(decimalText(some.gt(all) ? zero : all.minus(some)))
}

/** Who is counted, in the words of the catalogue: without what the form adds for who fills it in. */
const counted = (label = ''): string => label.replace(/ \((harus dilayani|terlayani)[^()]*\)$/, '')

/** No. | Jenis pelayanan dasar | Penerima | Indikator | Batas waktu. */
const kinds = (given: PaperGiven): PaperTable => ({
  columns: [
    { title: 'No.', share: 6 },
    { title: 'Jenis pelayanan dasar', share: 24 },
    { title: 'Penerima', share: 28 },
    { title: 'Indikator', share: 29 },
    { title: 'Batas waktu', share: 13 },
  ],
  lines: services(given).map(({ label, fields }, nth) => ({
    cells: [
      { text: `${nth + 1}.` },
      { text: label },
      { text: counted(fields.due) },
      { text: counted(fields.served) },
      { text: 'setiap tahun' },
    ],
  })),
})

/** No. | Jenis pelayanan dasar | Harus dilayani setahun | Satuan | Target. */
const aims = (given: PaperGiven): PaperTable => ({
  columns: [
    { title: 'No.', share: 6 },
    { title: 'Jenis pelayanan dasar', share: 48 },
    { title: 'Harus dilayani setahun', share: 20, number: true },
    { title: 'Satuan', share: 13 },
    { title: 'Target (%)', share: 13, number: true },
  ],
  lines: services(given).map(({ label, unit, values }, nth) => ({
    cells: [
      { text: `${nth + 1}.` },
      { text: label },
      ...(declaredOnPaper(values)
        ? [{ text: declaredOnPaper(values), columns: 3 }]
        : [{ text: paperNumber(values.due) }, { text: unit ?? '' }, { text: '100' }]),
    ],
  })),
})

/** No. | Jenis pelayanan dasar | Harus dilayani | Terlayani | Belum | Penerima | Mutu | Indeks | Kategori. */
const results = (given: PaperGiven): PaperTable => ({
  columns: [
    { title: 'No.', share: 5 },
    { title: 'Jenis pelayanan dasar', share: 26 },
    { title: 'Harus dilayani', share: 11, number: true },
    { title: 'Terlayani', share: 11, number: true },
    { title: 'Belum terlayani', share: 10, number: true },
    { title: 'Penerima (%)', share: 10, number: true },
    { title: 'Mutu (%)', share: 9, number: true },
    { title: 'Indeks', share: 8, number: true },
    { title: 'Kategori', share: 13 },
  ],
  lines: services(given).map(({ id, label, values }, nth) => ({
    cells: [
      { text: `${nth + 1}.` },
      { text: label },
      ...(declaredOnPaper(values)
        ? [{ text: declaredOnPaper(values), columns: 3 }]
        : [
            { text: paperNumber(values.due) },
            { text: paperNumber(values.served) },
            { text: left(values.due, values.served) },
          ]),
      { text: shareOnPaper(figureOf(given, 'spm.recipients', id)) },
      { text: shareOnPaper(figureOf(given, 'spm.quality', id)) },
      { text: shareOnPaper(figureOf(given, 'spm.index', id)) },
      { text: figureOf(given, 'spm.index', id)?.band?.label ?? '–' },
    ],
  })),
})

/** A line for each row under its service, which has a line of its own over them. */
const byService = (given: PaperGiven, columns: number, linesOf: (service: FrozenRow) => Lines): Lines =>
  services(given).flatMap(service => [{ sum: true, cells: [{ text: service.label, columns }] }, ...linesOf(service)])

/** Mutu minimal | Satuan | Harus dipenuhi | Terpenuhi | Belum | Capaian. */
const quality = (given: PaperGiven): PaperTable => ({
  columns: [
    { title: 'Mutu minimal', share: 42 },
    { title: 'Satuan', share: 12 },
    { title: 'Harus dipenuhi', share: 13, number: true },
    { title: 'Terpenuhi', share: 12, number: true },
    { title: 'Belum', share: 10, number: true },
    { title: 'Capaian (%)', share: 11, number: true },
  ],
  lines: byService(given, 6, service =>
    rowsOf(service, 'quality').map(({ id, label, unit, values }) => ({
      cells: [
        { text: label },
        { text: unit ?? paperWord(values.unit) ?? '–' },
        ...(declaredOnPaper(values)
          ? [{ text: declaredOnPaper(values), columns: 4 }]
          : [
              { text: paperNumber(values.required) },
              { text: paperNumber(values.met) },
              { text: left(values.required, values.met) },
              { text: shareOnPaper(figureOf(given, 'spm.qualityRow', id)) },
            ]),
      ],
    })),
  ),
})

const percent = (spent: Exact, budget: Exact): string =>
  budget.eq(zero) ? '–' : formatNumber(decimalText(divide(spent.times(hundred), budget)), { decimals: 2 })

interface Money {
  before: Exact | null
  /** After the change of the budget, where there was one. */
  last: Exact | null
  spent: Exact | null
}
const moneyOf = ({ values }: FrozenRow): Money => {
  const before = amountIn(values.before)
  return { before, last: amountIn(values.after) ?? before, spent: amountIn(values.spent) }
}
const total = (all: Money[], side: keyof Money): Exact => all.reduce((sum, one) => sum.plus(one[side] ?? zero), zero)

/** Jenis pelayanan dasar and its sources of money | Sebelum | Setelah perubahan | Realisasi | %; with its sum. */
function budget(given: PaperGiven): PaperTable {
  const cells = (name: string, { before, last, spent }: Money) => [
    { text: name },
    { text: before && shown(before) },
    { text: last && shown(last) },
    { text: spent && shown(spent) },
    { text: last && spent ? percent(spent, last) : '–' },
  ]
  const all = services(given).flatMap(service => rowsOf(service, 'budget').map(moneyOf))
  return {
    columns: [
      { title: 'Jenis pelayanan dasar dan sumber dana', share: 34 },
      { title: 'Sebelum perubahan', over: 'Anggaran (Rp)', share: 20, number: true },
      { title: 'Setelah perubahan', over: 'Anggaran (Rp)', share: 20, number: true },
      { title: 'Realisasi (Rp)', share: 18, number: true },
      { title: '%', share: 8, number: true },
    ],
    lines: [
      ...byService(given, 5, service =>
        listOf(service, 'budget', 5, row =>
          cells(optionOf(tables.budget.fields.fund, row.values.fund) ?? '', moneyOf(row)),
        ),
      ),
      {
        sum: true,
        cells: cells('Jumlah', { before: total(all, 'before'), last: total(all, 'last'), spent: total(all, 'spent') }),
      },
    ],
  }
}

/** A line for each item of a list, or what is declared of it. */
function listOf(
  service: FrozenRow,
  table: string,
  columns: number,
  cellsOf: (row: FrozenRow) => Lines[number]['cells'],
): Lines {
  const rows = rowsOf(service, table)
  if (rows.length > 0) return rows.map(row => ({ cells: cellsOf(row) }))
  return [{ cells: [{ text: declaredOnPaper(blockOf(service, table)?.head) ?? 'Tidak ada.', columns }] }]
}

const staff = (given: PaperGiven): PaperTable => ({
  columns: [
    { title: 'Jenis pelayanan dasar dan jenis tenaga', share: 78 },
    { title: 'Jumlah (orang)', share: 22, number: true },
  ],
  lines: byService(given, 2, service =>
    listOf(service, 'staff', 2, ({ values }) => [{ text: paperWord(values.job) }, { text: paperNumber(values.count) }]),
  ),
})

const problems = (given: PaperGiven): PaperTable => ({
  columns: [
    { title: 'Permasalahan', share: 50 },
    { title: 'Solusi', share: 50 },
  ],
  lines: byService(given, 2, service =>
    listOf(service, 'problems', 2, ({ values }) => [
      { text: paperWord(values.problem) },
      { text: paperWord(values.remedy) },
    ]),
  ),
})

const actions = (given: PaperGiven): PaperTable => ({
  columns: [
    { title: 'Rencana aksi', share: 54 },
    { title: 'Penanggung jawab', share: 26 },
    { title: 'Waktu', share: 20 },
  ],
  lines: byService(given, 3, service =>
    listOf(service, 'actions', 3, ({ values }) => [
      { text: paperWord(values.what) },
      { text: paperWord(values.who) },
      { text: paperWord(values.when) },
    ]),
  ),
})

/** The four stages of each service. */
const stages = (given: PaperGiven): PaperTable => {
  const { fields } = tables.stages
  return {
    columns: [
      { title: 'Jenis pelayanan dasar', share: 32 },
      ...Object.values(fields).map(({ label }) => ({ title: label, share: 17 })),
    ],
    lines: services(given).map(service => {
      const [row] = rowsOf(service, 'stages')
      return {
        cells: [
          { text: service.label },
          ...Object.entries(fields).map(([id, field]) => ({ text: optionOf(field, row?.values[id]) })),
        ],
      }
    }),
  }
}

/** The regulations the catalogue names for these services. */
const laws = (given: PaperGiven): PaperTable => {
  const named = new Set(services(given).flatMap(({ legal = '' }) => legal.split(';').map(one => one.trim())))
  return listed(
    [
      { title: 'No.', share: 8 },
      { title: 'Dasar hukum', share: 92 },
    ],
    [...named].filter(Boolean).map((text, nth) => ({ cells: [{ text: `${nth + 1}.` }, { text }] })),
  )
}

/** The report of the standards of service, a chapter's part for each field of government (PP 2/2018, Permendagri 59/2021). */
export const servicePaper: PaperKind = {
  places: {
    ...officePlaces,
    jumlah: given => String(services(given).length),
    indeks: given => shareOnPaper(figureOf(given, 'spm.officeIndex', '')),
    kategori: given => figureOf(given, 'spm.officeIndex', '')?.band?.label ?? '–',
  },
  tables: {
    'dasar-hukum': laws,
    jenis: kinds,
    target: aims,
    realisasi: results,
    mutu: quality,
    anggaran: budget,
    personel: staff,
    permasalahan: problems,
    'rencana-aksi': actions,
    tahapan: stages,
  },
  signers: { kepala: headSigner },
  each: {
    urusan: given =>
      [...groupBy(given.sections, ({ group }) => group ?? '')].map(([title, sections]) => ({
        ...given,
        sections,
        item: { title, code: '', text: '' },
      })),
  },
  template: serviceTemplate,
}
