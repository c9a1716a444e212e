// How each kind of published table is recomputed: which of its columns are inputs of which formula. The formulas are those of the
// figures; none is written here.
import { achievementFormula } from '../kinds/sakip-pengukuran-triwulan/achievementFormula.ts'
import { exact } from '../numbers/decimal.ts'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import { bandOf } from '../scales/bandOf.ts'
import { type Format, joined, quotient, type Row } from './format.ts'
import { serviceFormats } from './serviceFormats.ts'

const { grade, predicate } = defaultRuleSet.sakip
const gradeValues = new Map(defaultRuleSet.ordinals['lke-grade']?.map(step => [step.id, step.value]))
const named = (row: Row, columns: string[]) => columns.map(name => ({ name, text: row[name] ?? '' }))

/** Blocks A to C: target, realization, achievement. */
const achievements: Format = {
  title: 'capaian indikator',
  columns: ['target', 'realisasi', 'capaian_terbit', 'arah'],
  ask(row, { lower }) {
    const { formula, names } = achievementFormula(row.arah === '-' ? 'lower' : 'higher', lower)
    const inputs = [
      { name: names.realization, text: row.realisasi ?? '' },
      { name: names.target, text: row.target ?? '' },
    ]
    return [{ label: joined(row.indikator, row.tahun), formula, inputs, printed: row.capaian_terbit ?? '' }]
  },
}

/** Block E2: four components to a total and its predicate. */
const components: Format = {
  title: 'nilai komponen SAKIP',
  columns: ['perencanaan_30', 'pengukuran_30', 'pelaporan_15', 'evaluasi_25', 'total_terbit', 'predikat_terbit'],
  ask: row => [
    {
      label: row.sumber ?? '',
      formula: 'sum.1',
      inputs: named(row, ['perencanaan_30', 'pengukuran_30', 'pelaporan_15', 'evaluasi_25']),
      printed: row.total_terbit ?? '',
      besides: total => bandOf(predicate, total).id === row.predikat_terbit,
    },
  ],
}

/** Block E3: a grade per sub-component, its value times the weight; the grade must be the one the share of criteria gives, or A and AA when all are met. */
const subcomponents: Format = {
  title: 'nilai subkomponen SAKIP',
  columns: ['subkomponen', 'bobot', 'kriteria', 'kriteria_terpenuhi', 'grade', 'nilai_terbit'],
  ask(row, _, earlier) {
    const common = { label: joined(row.subkomponen, row.grade), printed: row.nilai_terbit ?? '' }
    if (row.subkomponen === 'total') {
      const inputs = earlier.map((value, at) => ({ name: `baris ${at + 1}`, text: value ?? '' }))
      return [{ ...common, formula: 'sum.1', inputs, besides: total => bandOf(predicate, total).id === row.grade }]
    }
    return [
      {
        ...common,
        formula: 'ratio.1',
        inputs: quotient(gradeValues.get(row.grade ?? ''), '100'),
        params: { factor: row.bobot ?? '' },
        besides: () => gradeFits(row),
      },
    ]
  },
}

function gradeFits({ kriteria = '', kriteria_terpenuhi: met = '', grade: given = '' }: Row): boolean {
  const share = exact(met).times('100').div(exact(kriteria))
  const proposed = bandOf(grade, share.toFixed()).id
  return given === proposed || (share.eq('100') && (given === 'A' || given === 'AA'))
}

/** Key indicators: numerator ÷ denominator × factor. */
const keyIndicators: Format = {
  title: 'indikator kinerja kunci',
  columns: ['pembilang', 'penyebut', 'faktor', 'capaian_terbit'],
  ask: row => [
    {
      label: joined(row.sumber, row.no, row.indikator, row.tahun),
      formula: 'ratio.1',
      inputs: quotient(row.pembilang, row.penyebut),
      params: { factor: row.faktor ?? '' },
      printed: row.capaian_terbit ?? '',
    },
  ],
}

/** Target or budget, and what was realized of it. */
const accountability: Format = {
  title: 'target atau anggaran dan realisasinya',
  columns: ['target_atau_anggaran', 'realisasi', 'persen_terbit'],
  ask: row => [
    {
      label: joined(row.no, row.daerah, row.uraian, row.tahun),
      formula: 'ratio.1',
      inputs: quotient(row.realisasi, row.target_atau_anggaran),
      printed: row.persen_terbit ?? '',
    },
  ],
}

/** Block E4: totals alone, with the predicate each lies in. */
const totals: Format = {
  title: 'nilai SAKIP per perangkat daerah',
  columns: ['perangkat_daerah', 'realisasi', 'predikat_dari_realisasi'],
  ask: row =>
    row.predikat_dari_realisasi
      ? [
          {
            label: joined(row.perangkat_daerah, row.indikator, row.tahun),
            formula: 'value.1',
            inputs: named(row, ['realisasi']),
            printed: row.realisasi ?? '',
            besides: total => bandOf(predicate, total).id === row.predikat_dari_realisasi,
          },
        ]
      : [],
}

const formats = [achievements, components, subcomponents, totals, keyIndicators, accountability, ...serviceFormats]

/** The format of a table with these columns; null for an unknown one. */
export const formatOf = (columns: string[]): Format | null =>
  formats.find(format => format.columns.every(column => columns.includes(column))) ?? null

/** The known format nearest to these columns, and the extra columns. */
export function nearestFormat(columns: string[]): { title: string; lacks: string[] } {
  const [nearest] = formats
    .map(({ title, columns: own }) => ({
      title,
      lacks: own.filter(column => !columns.includes(column)),
      of: own.length,
    }))
    .sort((a, b) => a.lacks.length / a.of - b.lacks.length / b.of)
  return { title: nearest?.title ?? '', lacks: nearest?.lacks ?? [] }
}
