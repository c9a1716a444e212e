import type { CoreFinding } from '../form/judged.ts'
import { kinds } from './index.ts'

const core: Record<CoreFinding | 'contribution-given', true> = {
  unread: true,
  empty: true,
  'too-small': true,
  'too-large': true,
  'too-precise': true,
  'block-empty': true,
  'not-in-form': true,
  'reason-missing': true,
  'contribution-given': true,
}

/** The code of every finding that can be: those of any form, and those that the kinds name. */
export const findingCodes: string[] = [
  ...new Set([...Object.keys(core), ...Object.values(kinds).flatMap(kind => Object.keys(kind.findings))]),
].sort()
