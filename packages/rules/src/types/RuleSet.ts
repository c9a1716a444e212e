import type { ReportType } from '../reportTypes.ts'
import type { Decimal } from './Decimal.ts'

export interface Scale {
  id: string
  bandOn: 'exact' | 'rounded2'
  bands: { id: string; label: string; from: Decimal | null; above?: true }[] // highest first; `above`: the bound itself is outside
}
/** A step of an ordinal scale: what is stored, what people read, what it counts. */
export interface OrdinalStep {
  id: string
  label: string
  value: Decimal
}

/** Every choice there is. Each kind adds its own (its rules.ts), as `sakip.cap`: the part of its report type, and where it is in it. */
export interface RuleChoices {
  ordinals: Record<string, OrdinalStep[]> // scales of steps, by name, lowest first
}
type NameIn<Choice> = Choice extends `${infer Name}.${string}` ? Name & ReportType : never
/** The report types that have something to choose. */
export type RulePartName = NameIn<keyof RuleChoices>

export type RuleSet = { id: string; ordinals: RuleChoices['ordinals'] } & {
  [Name in RulePartName]: {
    [Choice in keyof RuleChoices as Choice extends `${Name}.${infer Path}` ? Path : never]: RuleChoices[Choice]
  }
}
