// The performance report of 2026 over a chain of register, agreement and quarters, and over reports of the years before.
import { kind } from '../src/kinds/sakip-lkjip/kind.ts'
import type { Answers } from '../src/types/Answers.ts'
import type { Evaluation } from '../src/types/Form.ts'
import type { Source } from '../src/types/Scope.ts'
import { type Chain, formOf, measure, quarterAnswers, quarterSources, rulesWith } from './sakipChain.ts'

type Told = NonNullable<Source['figures']>

/** What a report of an earlier year came to, by row. */
export const told = (rows: Record<string, { realization: string; achievement: string }>): Source => ({
  answers: {},
  rows: {},
  status: 'approved',
  figures: Object.entries(rows).flatMap(([row, { realization, achievement }]): Told => {
    const of = { row, why: null, unit: '', band: null }
    return [
      { code: 'sakip.realization', value: realization, ...of },
      { code: 'sakip.achievement', value: achievement, ...of },
    ]
  }),
})

/** The form of the report; `measured: false`: the fourth quarter was not created. */
export const reportForm = (chain: Chain, earlier: Record<string, Source> = {}, measured = true) => {
  const whole: Chain = { ...chain, quarter: 4 }
  const { register, agreement, ...quarters } = quarterSources(whole)
  const tw4: Source = {
    answers: quarterAnswers(whole, 4),
    rows: {},
    status: 'approved',
    figures: measure(whole).figures,
  }
  const sources = { register: register!, agreement: agreement!, ...quarters, ...(measured && { tw4 }), ...earlier }
  return formOf(kind, '2026', sources, rulesWith(chain.rules))
}

export const report = (
  chain: Chain,
  answers: Answers = {},
  earlier: Record<string, Source> = {},
  measured = true,
): Evaluation => reportForm(chain, earlier, measured).evaluate(answers)
