import type { FrozenRow } from '../../form/frozenSections.ts'
import { figureOf, measureOnPaper, moneyOnPaper, shareOnPaper } from '../../papers/figureOnPaper.ts'
import type { PaperGiven, PaperKind, PaperTable } from '../../papers/PaperKind.ts'
import { paperNumber, paperWord } from '../../papers/paperWord.ts'
import { headSigner, listed, officePlaces, rowsIn } from '../../papers/templateParts.ts'
import { periodYear } from '../../periods/period.ts'
import { textOf } from '../../words/textOf.ts'
import { EARLIER } from './earlierYears.ts'
import { reportTemplate } from './reportTemplate.ts'
import type { tables } from './tables.ts'

type Columns = PaperTable['columns']
type Cells = PaperTable['lines'][number]['cells']

const objectives = ({ sections }: PaperGiven): FrozenRow[] => rowsIn(sections, 'objectives')
const unit = { title: 'Satuan', share: 10 }
const number = (title: string, share: number) => ({ title, share, number: true as const })

/** Sasaran | Indikator kinerja | and what is said of each indicator; an objective goes down over its own. */
const byObjective = (given: PaperGiven, columns: Columns, cellsOf: (row: FrozenRow) => Cells): PaperTable =>
  listed(
    [{ title: 'Sasaran strategis', share: 28 }, { title: 'Indikator kinerja', share: 30 }, ...columns],
    objectives(given).flatMap(objective => {
      const rows = rowsIn(objective.blocks, 'indicators')
      return rows.map((row, nth) => ({
        cells: [
          ...(nth === 0 ? [{ text: objective.label, rows: rows.length }] : []),
          { text: row.label },
          ...cellsOf(row),
        ],
      }))
    }),
  )

/** The same of the indicators of one objective, whose name is above. */
const ofOne = (given: PaperGiven, columns: Columns, cellsOf: (row: FrozenRow) => Cells): PaperTable =>
  listed(
    [{ title: 'Indikator kinerja', share: 40 }, ...columns],
    rowsIn(given.sections, 'indicators').map(row => ({ cells: [{ text: row.label }, ...cellsOf(row)] })),
  )

const unitCell = (given: PaperGiven, row: string) => ({ text: figureOf(given, 'sakip.target', row)?.unit || '–' })
const measure = (given: PaperGiven, code: string, row: string) => ({ text: measureOnPaper(figureOf(given, code, row)) })
const share = (given: PaperGiven, code: string, row: string) => ({ text: shareOnPaper(figureOf(given, code, row)) })
const money = (given: PaperGiven, code: string, row: string) => ({ text: moneyOnPaper(figureOf(given, code, row)) })

const agreed = (given: PaperGiven): PaperTable =>
  byObjective(given, [unit, number('Target', 14)], ({ id }) => [
    unitCell(given, id),
    measure(given, 'sakip.target', id),
  ])

const resultColumns = [unit, number('Target', 11), number('Realisasi', 11), number('Capaian (%)', 11)]
const resultCells = (given: PaperGiven, { id }: FrozenRow): Cells => [
  unitCell(given, id),
  measure(given, 'sakip.target', id),
  measure(given, 'sakip.realization', id),
  share(given, 'sakip.achievement', id),
]
const results = (given: PaperGiven): PaperTable => byObjective(given, resultColumns, row => resultCells(given, row))
const resultsOfOne = (given: PaperGiven): PaperTable => ofOne(given, resultColumns, row => resultCells(given, row))

/** Indikator | realization of four years before and of this one, with the achievements that were reported. */
const years = (given: PaperGiven): PaperTable => {
  const backs = [...EARLIER].reverse()
  const year = periodYear(given.period)
  const code = (back: string) => `sakip.realization${back}`
  return ofOne(
    given,
    [
      ...backs.map(back => ({ ...number(String(year - Number(back)), 12), over: 'Realisasi' })),
      { ...number(String(year), 12), over: 'Realisasi' },
    ],
    ({ id }) => [...backs.map(back => measure(given, code(back), id)), measure(given, 'sakip.realization', id)],
  )
}

const achievedYears = (given: PaperGiven): PaperTable => {
  const backs = [...EARLIER].reverse()
  const year = periodYear(given.period)
  return ofOne(
    given,
    [
      ...backs.map(back => ({ ...number(String(year - Number(back)), 12), over: 'Capaian (%)' })),
      { ...number(String(year), 12), over: 'Capaian (%)' },
    ],
    ({ id }) => [
      ...backs.map(back => share(given, `sakip.achievement${back}`, id)),
      share(given, 'sakip.achievement', id),
    ],
  )
}

/** Indikator | Realisasi | Target akhir Renstra | Capaian. */
const midTerm = (given: PaperGiven): PaperTable =>
  ofOne(given, [number('Realisasi', 20), number('Target akhir Renstra', 20), number('Capaian (%)', 20)], ({ id }) => {
    const against = figureOf(given, 'sakip.midTerm', id)
    // of a step of a scale only its rank is there
    const target = figureOf(given, 'sakip.realization', id)?.band
      ? null
      : against?.derivation.inputs.find(({ at }) => at.endsWith('/renstra5'))?.value
    return [
      measure(given, 'sakip.realization', id),
      { text: paperNumber(target) ?? '–' },
      share(given, 'sakip.midTerm', id),
    ]
  })

/** Indikator | Realisasi | Standar nasional | Capaian | Sumber. */
const national = (given: PaperGiven): PaperTable =>
  ofOne(
    given,
    [
      number('Realisasi', 14),
      number('Standar nasional', 14),
      number('Capaian (%)', 12),
      { title: 'Sumber', share: 20 },
    ],
    ({ id, values }) => [
      measure(given, 'sakip.realization', id),
      { text: paperNumber(values.national) ?? '–' },
      share(given, 'sakip.national', id),
      { text: paperWord(values.nationalSource) ?? '–' },
    ],
  )

/** Program | Pagu | Realisasi | % | Sisa; with the sum. */
function budget(given: PaperGiven): PaperTable {
  const cells = (row: string): Cells => [
    money(given, 'sakip.budget', row),
    money(given, 'sakip.spent', row),
    share(given, 'sakip.absorption', row),
    money(given, 'sakip.remaining', row),
  ]
  const rows = rowsIn(given.sections, 'programs')
  return listed(
    [
      { title: 'Program', share: 38 },
      number('Pagu (Rp)', 19),
      number('Realisasi (Rp)', 19),
      number('%', 8),
      number('Sisa (Rp)', 16),
    ],
    rows.length === 0
      ? []
      : [
          ...rows.map(({ id, label }) => ({ cells: [{ text: label }, ...cells(id)] })),
          { sum: true, cells: [{ text: 'Jumlah' }, ...cells('')] },
        ],
  )
}

/** Sasaran | Capaian | Serapan | Efisiensi. */
const efficiency = (given: PaperGiven): PaperTable => {
  const cells = (row: string, achieved: string): Cells => [
    share(given, achieved, row),
    share(given, 'sakip.absorption', row),
    share(given, 'sakip.efficiency', row),
  ]
  return listed(
    [
      { title: 'Sasaran strategis', share: 52 },
      number('Capaian (%)', 16),
      number('Serapan (%)', 16),
      number('Efisiensi (%)', 16),
    ],
    [
      ...objectives(given).map(({ id, label }) => ({ cells: [{ text: label }, ...cells(id, 'sakip.objective')] })),
      { sum: true, cells: [{ text: 'Perangkat daerah' }, ...cells('', 'sakip.office')] },
    ],
  )
}

/** The texts of a chapter, in the order of the catalogue. */
const texts = (table: 'opening' | 'closing', section: string) => (given: PaperGiven) =>
  given.sections
    .filter(({ id }) => id === section)
    .flatMap(one => rowsIn([one], table))
    .map(({ code = '', label, values }) => ({ ...given, item: { title: label, code, text: textOf(values.text) } }))

/** One objective after the other, with its own section alone. */
const eachObjective = (given: PaperGiven): PaperGiven[] =>
  given.sections
    .filter(section => rowsIn([section], 'objectives').length > 0)
    .map((section, nth) => ({
      ...given,
      sections: [section],
      item: { title: section.title, code: String(nth + 1), text: '' },
    }))

/** What was written of an objective in one of the seven analyses. */
const analysis = (field: keyof typeof tables.analyses.fields) => (given: PaperGiven) =>
  textOf(rowsIn(given.sections, 'analyses')[0]?.values[field]) || 'Tidak diuraikan.'

/** The performance report of an office: four chapters, seven analyses of each objective (PermenPANRB 53/2014, Lampiran II). */
export const reportPaper: PaperKind = {
  places: {
    ...officePlaces,
    'capaian-kinerja': given => shareOnPaper(figureOf(given, 'sakip.office', '')),
    serapan: given => shareOnPaper(figureOf(given, 'sakip.absorption', '')),
    'analisis-tahun-ini': analysis('thisYear'),
    'analisis-tahun-lalu': analysis('earlier'),
    'analisis-renstra': analysis('midTerm'),
    'analisis-nasional': analysis('national'),
    'analisis-penyebab': analysis('causes'),
    'analisis-efisiensi': analysis('efficiency'),
    'analisis-program': analysis('programs'),
  },
  tables: {
    perjanjian: agreed,
    pengukuran: results,
    'target-realisasi': resultsOfOne,
    'realisasi-tahun': years,
    'capaian-tahun': achievedYears,
    renstra: midTerm,
    nasional: national,
    anggaran: budget,
    efisiensi: efficiency,
  },
  signers: { kepala: headSigner },
  each: {
    ikhtisar: texts('opening', 'ikhtisar'),
    pendahuluan: texts('opening', 'pendahuluan'),
    perencanaan: texts('opening', 'perencanaan'),
    sasaran: eachObjective,
    penutup: texts('closing', 'closing'),
  },
  template: reportTemplate,
}
