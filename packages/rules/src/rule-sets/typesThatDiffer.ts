import { canonicalJson } from '../canonical/canonicalJson.ts'
import { ruleParts } from '../kinds/ruleParts.ts'
import type { ReportType } from '../reportTypes.ts'
import { reportTypes } from '../reportTypes.ts'
import type { RuleSet } from '../types/RuleSet.ts'

/** The reports that two rule sets may count differently. Ordinal scales are named in rows of any report. */
export function typesThatDiffer(a: RuleSet, b: RuleSet): ReportType[] {
  const differs = (name: keyof RuleSet) => canonicalJson(a[name]) !== canonicalJson(b[name])
  return differs('ordinals') ? [...reportTypes] : ruleParts.flatMap(({ name }) => (differs(name) ? name : []))
}
