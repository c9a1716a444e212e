import type { KindRules } from '../../types/RulePart.ts'
import type { OrdinalStep } from '../../types/RuleSet.ts'

const step = (id: string, value: string, label: string): OrdinalStep => ({ id, label, value })

export const rules: KindRules = {
  form: 'lppd/tahunan',
  choices: [],
  ordinals: {
    'opini-bpk': [
      step('TMP', '1', 'Tidak Menyatakan Pendapat'),
      step('TW', '2', 'Tidak Wajar'),
      step('WDP', '3', 'Wajar Dengan Pengecualian'),
      step('WTP', '4', 'Wajar Tanpa Pengecualian'),
    ],
  },
}
