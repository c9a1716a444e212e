// Figures and derivations for display. Shown rounded, computed exactly.

import { decimalText, exact, zero } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Derivation, Figure, NotComputable } from '../types/Figure.ts'

const decimalsOf = (value: Decimal): number => value.split('.')[1]?.length ?? 0

/** A value only taken over or added up is shown as typed. */
const asTyped = ['value.1', 'sum.1', 'difference.1', 'count.1']
/** An index, with a category or before it has one. */
const averaged = ['mean.1', 'group-mean.1', 'weighted.1']

/** Shares and indices with two decimals; counts and amounts as they are, with two at most. */
export function shownFigure({
  value,
  unit,
  band,
  derivation,
}: Pick<Figure, 'value' | 'unit' | 'band'> & { derivation?: Pick<Derivation, 'formula'> }): string {
  if (value === null) return '–'
  const formula = derivation?.formula ?? ''
  const isIndex = unit === '%' || band !== null || averaged.includes(formula)
  const shown = isIndex && !asTyped.includes(formula) ? 2 : Math.min(2, decimalsOf(value))
  const text = formatNumber(value, { decimals: shown })
  if (unit === '') return text
  return unit === 'Rp' ? `Rp ${text}` : `${text} ${unit}`
}

/** A number in a derivation: exact to six decimals, then marked as longer. */
export function shownExact(value: Decimal | null): string {
  if (value === null) return '–'
  return decimalsOf(value) > 6 ? `${formatNumber(value, { decimals: 6 })}…` : formatNumber(value)
}

const whys: Record<NotComputable, string> = {
  empty: 'belum diisi',
  unread: 'belum dapat dihitung',
  'zero-denominator': 'tidak dapat dihitung karena pembaginya 0',
  'no-inputs': 'belum ada yang dapat dihitung',
  nil: 'nihil',
  notApplicable: 'tidak berlaku',
  notYetAvailable: 'belum tersedia',
}
export const whyWords = (why: string | null): string => whys[why as NotComputable] ?? 'belum dapat dihitung'

export const basisWords = (basis: string | null): string | null =>
  basis === 'year-to-date' ? 'berjalan, terhadap target setahun' : basis === 'practice' ? 'latihan' : null

const formulas: Record<string, string> = {
  'value.1': 'Nilai sebagaimana diisi',
  'sum.1': 'Jumlah semuanya',
  'difference.1': 'Yang pertama dikurangi yang lain',
  'ratio.1': 'Jumlah pembilang ÷ jumlah penyebut × faktor',
  'mean.1': 'Rata-rata',
  'group-mean.1': 'Rata-rata dari rata-rata tiap kelompok',
  'weighted.1': 'Rata-rata berbobot: jumlah (nilai × bobot) ÷ jumlah bobot',
  'count.1': 'Banyaknya yang termasuk',
  'lower-2t-r.1': '(2 × target − realisasi) ÷ target × 100, karena makin rendah makin baik',
  'lower-t-r.1': 'Target ÷ realisasi × 100, karena makin rendah makin baik',
  'growth.1': '(Sekarang − sebelumnya) ÷ sebelumnya × 100',
  'deviation.1': 'Selisih rencana dan realisasi ÷ rencana × 100',
}
const fall = '(Sebelumnya − sekarang) ÷ sebelumnya × 100, karena yang turun yang baik'
const isFall = ({ formula, params }: Pick<Derivation, 'formula' | 'params'>) =>
  formula === 'growth.1' && params.sign === '-1'
export const formulaWords = (derivation: Pick<Derivation, 'formula' | 'params'>): string =>
  isFall(derivation) ? fall : (formulas[derivation.formula] ?? derivation.formula)

const inputNames: Record<string, string> = {
  numerator: 'pembilang',
  denominator: 'penyebut',
  target: 'target',
  realization: 'realisasi',
  current: 'sekarang',
  previous: 'sebelumnya',
  planned: 'rencana',
  realized: 'realisasi',
}
/** The role of an input in its formula; null where its name says no more than its address. */
export const inputRole = (name: string): string | null => inputNames[name] ?? null

/** `4.512 ÷ 4.800`: the numbers in their formula where they are few; null where they are not, or one is missing. */
export function shortFormula(derivation: Derivation): string | null {
  const { formula, inputs, params } = derivation
  if (inputs.length === 0 || inputs.length > 4 || inputs.some(input => input.value === null)) return null
  const shown = (input: (typeof inputs)[number] | undefined) => formatNumber(input?.value ?? '0', rounded(input?.value))
  const named = (name: string) => shown(inputs.find(input => input.name === name))
  const factor = ['100', '1'].includes(params.factor ?? '100') ? '' : ` × ${formatNumber(params.factor ?? '')}`
  switch (formula) {
    case 'ratio.1':
      return inputs.length === 2 ? `${named('numerator')} ÷ ${named('denominator')}${factor}` : null
    case 'sum.1':
      return inputs.length > 1 ? inputs.map(shown).join(' + ') : null
    case 'difference.1':
      return inputs.map(shown).join(' − ')
    case 'weighted.1':
      return `(${inputs.map(input => `${shown(input)} × ${formatNumber(input.weight ?? '1')}`).join(' + ')}) ÷ ${weights(inputs)}`
    case 'lower-2t-r.1':
      return `(2 × ${named('target')} − ${named('realization')}) ÷ ${named('target')}`
    case 'lower-t-r.1':
      return `${named('target')} ÷ ${named('realization')}`
    case 'growth.1': {
      const [from, to] = isFall(derivation) ? ['current', 'previous'] : ['previous', 'current']
      return `(${named(to)} − ${named(from)}) ÷ ${named('previous')}`
    }
    default:
      return null
  }
}

const weights = (inputs: Derivation['inputs']): string =>
  formatNumber(decimalText(inputs.reduce((sum, input) => sum.plus(exact(input.weight ?? '1')), zero)))

const rounded = (value: Decimal | null | undefined) => (value && decimalsOf(value) > 2 ? { decimals: 2 } : {})
