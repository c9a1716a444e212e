import type { KindRules } from '../../types/RulePart.ts'
import type { RuleChoices } from '../../types/RuleSet.ts'

declare module '../../types/RuleSet.ts' {
  interface RuleChoices {
    'lkpj.physical': 'mean' | 'weighted-by-budget'
  }
}

const physical: Record<RuleChoices['lkpj.physical'], string> = {
  mean: 'Rata-rata biasa.',
  'weighted-by-budget': 'Rata-rata dengan bobot pagu.',
}

export const rules: KindRules = {
  form: 'lkpj/tahunan',
  choices: [
    { type: 'option', path: 'physical', question: 'Realisasi fisik gabungan', options: physical, initial: 'mean' },
  ],
}
