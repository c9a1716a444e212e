import type { Kind } from '../types/Kind.ts'

/** `completeness` of several offices. */
export const filledInLabel = 'Tingkat keterisian laporan yang masuk'

/**
 * What the figures of a recap are called, by their codes: as offices call them, but a part of the region is not called the region, and
 * how much is filled in is of the reports that came in: what a missing one would have been asked is not known.
 * @param names what the newest reports call them
 */
export const recapLabels = (
  { figures }: Kind,
  names: Record<string, string>,
  { branch }: { branch: boolean },
): Record<string, string> => {
  const ofBranch = branch
    ? Object.entries(figures).flatMap(([code, figure]) => (figure.ofBranch ? [[code, figure.ofBranch]] : []))
    : []
  return { ...names, ...Object.fromEntries(ofBranch), completeness: filledInLabel }
}
