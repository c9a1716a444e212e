import type { Answers, FormId } from '@sepakat/rules'
import { accountabilityOf } from './answers/accountabilityOf.ts'
import { agreementOf } from './answers/agreementOf.ts'
import { budgetOf } from './answers/budgetOf.ts'
import { councilOf } from './answers/councilOf.ts'
import { selfEvaluationOf } from './answers/evaluationOf.ts'
import { keyIndicatorsOf } from './answers/keyIndicatorsOf.ts'
import { macroOf } from './answers/macroOf.ts'
import { performanceOf } from './answers/performanceOf.ts'
import { quarterOf } from './answers/quarterOf.ts'
import { registerOf } from './answers/registerOf.ts'
import { serviceOf } from './answers/serviceOf.ts'
import type { Ask } from './YearOffice.ts'

/** What an office answers in each form: whole, and blocked by nothing. */
export const yearAnswers: Record<FormId, (ask: Ask) => Answers> = {
  'spm/triwulan': serviceOf,
  'lppd/tahunan': keyIndicatorsOf,
  'lppd/makro': macroOf,
  'sakip/indikator': registerOf,
  'sakip/perjanjian-kinerja': agreementOf,
  'sakip/pengukuran-triwulan': quarterOf,
  'sakip/lkjip': performanceOf,
  'sakip/evaluasi': selfEvaluationOf,
  'lkpj/tahunan': accountabilityOf,
  'lkpj/apbd': budgetOf,
  'lkpj/rekomendasi': councilOf,
}
