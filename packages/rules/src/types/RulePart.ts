import type { ReportType } from '../reportTypes.ts'
import type { Decimal } from './Decimal.ts'
import type { RuleSet, Scale } from './RuleSet.ts'

/** The parts of a rule set that belong to a report type. */
export type RulePartName = Extract<keyof RuleSet, ReportType>

/** One choice that a region has. `path` says where it is in its part, as `caps.quality`; `initial` holds until a region chooses. */
export type RuleChoice = { path: string; question: string } & (
  | { type: 'option'; options: Record<string, string>; initial: string }
  | { type: 'bound'; side: 'upper' | 'lower'; initial: Decimal | null }
  | { type: 'scale'; title: string; initial: Scale }
  // percentages that make 100 together
  | { type: 'shares'; shares: Record<string, { label: string; said: string; initial: Decimal }>; message: string }
)

/** What a report type has to choose, with its words. Device code reads it: no zod here. */
export interface RulePart<N extends RulePartName = RulePartName> {
  name: N
  title: string
  choices: RuleChoice[]
  /** What looks at several choices. */
  checks?: { path: string; message: string; holds(part: RuleSet[N]): boolean }[]
}
