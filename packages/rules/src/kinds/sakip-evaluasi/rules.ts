// Sources: copies of PermenPANRB 88/2021 (grades, predicates); not read in a gazetted annex.
import { above, least, rest } from '../../scales/bands.ts'
import type { KindRules } from '../../types/RulePart.ts'
import type { OrdinalStep, Scale } from '../../types/RuleSet.ts'

declare module '../../types/RuleSet.ts' {
  interface RuleChoices {
    'sakip.grade': Scale // of the share of criteria met
    'sakip.predicate': Scale
  }
}

const grade: Scale = {
  id: 'lke-grade',
  bandOn: 'exact',
  bands: [
    least('100', 'BB', 'BB'),
    above('75', 'B', 'B'),
    above('50', 'CC', 'CC'),
    above('25', 'C', 'C'),
    above('0', 'D', 'D'),
    rest('E', 'E'),
  ],
}
const predicate: Scale = {
  id: 'predikat-sakip',
  bandOn: 'rounded2',
  bands: [
    above('90', 'AA', 'AA (Sangat Memuaskan)'),
    above('80', 'A', 'A (Memuaskan)'),
    above('70', 'BB', 'BB (Sangat Baik)'),
    above('60', 'B', 'B (Baik)'),
    above('50', 'CC', 'CC (Cukup)'),
    above('30', 'C', 'C (Kurang)'),
    rest('D', 'D (Sangat Kurang)'),
  ],
}

const step = (id: string, value: string): OrdinalStep => ({ id, label: id, value })

export const rules: KindRules = {
  form: 'sakip/evaluasi',
  choices: [
    {
      type: 'scale',
      path: 'grade',
      question: 'Nilai subkomponen evaluasi',
      title: 'Nilai subkomponen evaluasi',
      initial: grade,
    },
    { type: 'scale', path: 'predicate', question: 'Predikat evaluasi', title: 'Predikat evaluasi', initial: predicate },
  ],
  ordinals: {
    'predikat-sakip': ['D', 'C', 'CC', 'B', 'BB', 'A', 'AA'].map((id, at) => step(id, String(at + 1))),
    'lke-grade': [
      step('E', '0'),
      step('D', '30'),
      step('C', '50'),
      step('CC', '60'),
      step('B', '70'),
      step('BB', '80'),
      step('A', '90'),
      step('AA', '100'),
    ],
  },
}
