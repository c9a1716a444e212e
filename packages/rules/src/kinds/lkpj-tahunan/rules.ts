import type { RulePart } from '../../types/RulePart.ts'

interface LkpjRules {
  physical: 'mean' | 'weighted-by-budget'
}
declare module '../../types/RuleSet.ts' {
  interface RuleSet {
    lkpj: LkpjRules
  }
}

const physical: Record<LkpjRules['physical'], string> = {
  mean: 'Rata-rata biasa.',
  'weighted-by-budget': 'Rata-rata dengan bobot pagu.',
}

export const rules: RulePart<'lkpj'> = {
  name: 'lkpj',
  title: 'LKPJ',
  choices: [
    { type: 'option', path: 'physical', question: 'Realisasi fisik gabungan', options: physical, initial: 'mean' },
  ],
}
