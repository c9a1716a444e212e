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

/** Every possible finding code: the core's and the kinds'. */
export const findingCodes: string[] = [
  ...new Set([...Object.keys(core), ...Object.values(kinds).flatMap(kind => Object.keys(kind.findings))]),
].sort()
