import type { FormId } from '../reportTypes.ts'
import type { Decimal } from './Decimal.ts'
import type { RulePartName, RuleSet, Scale } from './RuleSet.ts'

/** One choice of a region. `path` is its place in its part, as `caps.quality`; `initial` applies until a region chooses. */
export type RuleChoice = { path: string; question: string } & (
  | { type: 'option'; options: Record<string, string>; initial: string }
  | { type: 'bound'; side: 'upper' | 'lower'; initial: Decimal | null }
  | { type: 'scale'; title: string; initial: Scale }
  // percentages that add up to 100
  | { type: 'shares'; shares: Record<string, { label: string; said: string; initial: Decimal }>; message: string }
)
/** What looks at several choices of a part; `path` is where it is said. */
interface RuleCheck {
  path: string
  message: string
  holds(rules: RuleSet): boolean
}

/** What a kind has to choose, with its words, in the part of its report type. Device code reads it: no zod here. */
export interface KindRules {
  form: FormId
  choices: RuleChoice[]
  checks?: RuleCheck[]
  /** The scales of steps it begins with. */
  ordinals?: RuleSet['ordinals']
}

/** What a report type has to choose: the choices of its kinds. */
export interface RulePart {
  name: RulePartName
  title: string
  choices: RuleChoice[]
  checks: RuleCheck[]
}
