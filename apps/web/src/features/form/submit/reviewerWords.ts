import type { Kind } from '@sepakat/rules'

/** Who looks at what is handed in: `verifikator SPM`. */
export const reviewerWords = (kind: Pick<Kind, 'reviewer'>, reportType: string): string =>
  `${kind.reviewer === 'evaluator' ? 'penilai' : 'verifikator'} ${reportType.toUpperCase()}`
