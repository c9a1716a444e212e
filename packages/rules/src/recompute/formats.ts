// How each kind of published table is computed again: which of its columns feed which formula. The formulas are those of the
// figures; none is written here.
import { achievementFormula } from '../kinds/sakip-pengukuran-triwulan/achievementFormula.ts'
import { exact } from '../numbers/decimal.ts'
import { bandOf } from '../rule-sets/bandOf.ts'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Decimal } from '../types.ts'

export interface Choices {
  lower: '2T-R' | 'T/R'
  cap: Decimal | null
}
/** What one row asks to be computed: inputs as printed, by the names the formula knows. */
export interface Asked {
  label: string
  formula: string
  inputs: { name: string; text: string }[]
  params?: Record<string, Decimal>
  printed: string
  /** What must hold besides the number, of the unrounded value: a grade, a predicate. */
  besides?: (value: Decimal) => boolean
}
export interface Format {
  columns: string[]
  ask: (row: Record<string, string>, choices: Choices, earlier: (Decimal | null)[]) => Asked
}

const { grade, predicate } = defaultRuleSet.sakip
const gradeValues = new Map(defaultRuleSet.ordinals['lke-grade']?.map(step => [step.id, step.value]))
const named = (row: Record<string, string>, columns: string[]) => columns.map(name => ({ name, text: row[name] ?? '' }))
const joined = (...texts: (string | undefined)[]) => texts.filter(Boolean).join(' ')
const quotient = (numerator = '', denominator = '') => [
  { name: 'numerator', text: numerator },
  { name: 'denominator', text: denominator },
]

/** Blocks A to C: target, realization, achievement. */
const achievements: Format = {
  columns: ['target', 'realisasi', 'capaian_terbit', 'arah'],
  ask(row, { lower }) {
    const { formula, names } = achievementFormula(row.arah === '-' ? 'lower' : 'higher', lower)
    const inputs = [
      { name: names.realization, text: row.realisasi ?? '' },
      { name: names.target, text: row.target ?? '' },
    ]
    return { label: joined(row.indikator, row.tahun), formula, inputs, printed: row.capaian_terbit ?? '' }
  },
}

/** Block E2: four components to a total and its predicate. */
const components: Format = {
  columns: ['perencanaan_30', 'pengukuran_30', 'pelaporan_15', 'evaluasi_25', 'total_terbit', 'predikat_terbit'],
  ask: row => ({
    label: row.sumber ?? '',
    formula: 'sum.1',
    inputs: named(row, ['perencanaan_30', 'pengukuran_30', 'pelaporan_15', 'evaluasi_25']),
    printed: row.total_terbit ?? '',
    besides: total => bandOf(predicate, total).id === row.predikat_terbit,
  }),
}

/** Block E3: a grade per sub-component, its value times the weight; the grade must be the one the share of criteria gives, or A and AA when all are met. */
const subcomponents: Format = {
  columns: ['subkomponen', 'bobot', 'kriteria', 'kriteria_terpenuhi', 'grade', 'nilai_terbit'],
  ask(row, _, earlier) {
    const common = { label: joined(row.subkomponen, row.grade), printed: row.nilai_terbit ?? '' }
    if (row.subkomponen === 'total') {
      const inputs = earlier.map((value, at) => ({ name: `baris ${at + 1}`, text: value ?? '' }))
      return { ...common, formula: 'sum.1', inputs, besides: total => bandOf(predicate, total).id === row.grade }
    }
    return {
      ...common,
      formula: 'ratio.1',
      inputs: quotient(gradeValues.get(row.grade ?? ''), '100'),
      params: { factor: row.bobot ?? '' },
      besides: () => gradeFits(row),
    }
  },
}

function gradeFits({
  kriteria = '',
  kriteria_terpenuhi: met = '',
  grade: given = '',
}: Record<string, string>): boolean {
  const share = exact(met).times('100').div(exact(kriteria))
  const proposed = bandOf(grade, share.toFixed()).id
  return given === proposed || (share.eq('100') && (given === 'A' || given === 'AA'))
}

/** Key indicators: numerator ÷ denominator × factor. */
const keyIndicators: Format = {
  columns: ['pembilang', 'penyebut', 'faktor', 'capaian_terbit'],
  ask: row => ({
    label: joined(row.sumber, row.no, row.indikator, row.tahun),
    formula: 'ratio.1',
    inputs: quotient(row.pembilang, row.penyebut),
    params: { factor: row.faktor ?? '' },
    printed: row.capaian_terbit ?? '',
  }),
}

/** Target or budget, and what was realized of it. */
const accountability: Format = {
  columns: ['target_atau_anggaran', 'realisasi', 'persen_terbit'],
  ask: row => ({
    label: joined(row.no, row.daerah, row.uraian, row.tahun),
    formula: 'ratio.1',
    inputs: quotient(row.realisasi, row.target_atau_anggaran),
    printed: row.persen_terbit ?? '',
  }),
}

const formats = [achievements, components, subcomponents, keyIndicators, accountability]

/** The format of a table with these columns; null where it is none of those known. */
export const formatOf = (columns: string[]): Format | null =>
  formats.find(format => format.columns.every(column => columns.includes(column))) ?? null
