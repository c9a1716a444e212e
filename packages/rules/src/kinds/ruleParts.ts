// A report type that has something to choose is one line here, in the order in which the choices are shown.
import type { RulePart, RulePartName } from '../types/RulePart.ts'
import { rules as lkpj } from './lkpj-tahunan/rules.ts'
import { rules as sakip } from './sakip-pengukuran-triwulan/rules.ts'
import { rules as spm } from './spm-triwulan/rules.ts'

export const ruleParts: { [N in RulePartName]: RulePart<N> } = { spm, sakip, lkpj }
