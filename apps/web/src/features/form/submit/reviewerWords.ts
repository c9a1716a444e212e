import type { Kind } from '@sepakat/rules'

/** Who reviews what is submitted: `verifikator SPM`. */
export const reviewerWords = (kind: Pick<Kind, 'reviewer'>, reportType: string): string =>
  `${kind.reviewer === 'evaluator' ? 'penilai' : 'verifikator'} ${reportType.toUpperCase()}`
