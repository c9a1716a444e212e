export const contributionStatuses = ['given', 'done', 'taken-back'] as const
export type ContributionStatus = (typeof contributionStatuses)[number]

export const contributionLabels: Record<ContributionStatus, string> = {
  given: 'Sedang diisi',
  done: 'Sudah diisi',
  'taken-back': 'Ditarik kembali',
}

/** The acts on an assigned part: its contributor marks it done; the office takes it back, or returns it for correction. */
export type ContributionAct = 'done' | 'take-back' | 'return'

const acts: Record<ContributionAct, Partial<Record<ContributionStatus, ContributionStatus>>> = {
  done: { given: 'done' },
  'take-back': { given: 'taken-back', done: 'taken-back' },
  return: { done: 'given' },
}

/** The status after this act; null where it is not possible now. */
export const decideContribution = (act: ContributionAct, from: ContributionStatus): ContributionStatus | null =>
  acts[act][from] ?? null
