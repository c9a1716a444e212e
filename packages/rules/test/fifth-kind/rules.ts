import type { KindRules } from '@sepakat/rules/types/RulePart.ts'
import type { RuleChoices } from '@sepakat/rules/types/RuleSet.ts'

declare module '@sepakat/rules/types/RuleSet.ts' {
  interface RuleChoices {
    'sakip.dock': 'mean' | 'lowest'
  }
}
const dock: Record<RuleChoices['sakip.dock'], string> = {
  mean: 'Rata-rata semua layanan.',
  lowest: 'Layanan yang paling rendah.',
}
export const rules: KindRules = {
  form: 'sakip/uji-kelima',
  choices: [{ type: 'option', path: 'dock', question: 'Capaian dermaga', options: dock, initial: 'mean' }],
}
